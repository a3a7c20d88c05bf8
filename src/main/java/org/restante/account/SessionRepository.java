package org.restante.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface SessionRepository extends JpaRepository<Session, String> {

    @Transactional(readOnly = true)
    @Query("select s from Session s where s.account.id = :account order by s.lastUsedAt desc")
    List<Session> findOfAccount(long account);

    @Modifying
    @Query("update Session s set s.lastUsedAt = :now where s.id = :id and s.lastUsedAt < :now")
    void markUsed(String id, Instant now);

    @Modifying
    @Query("update Session s set s.sealedPassword = :sealed where s.id = :id")
    void reseal(String id, byte[] sealed);

    @Modifying
    @Query("delete from Session s where s.id in :ids")
    void end(Collection<String> ids);

    @Transactional(readOnly = true)
    @Query("select s.id from Session s where s.createdAt <= :born or (s.stay = false and s.lastUsedAt <= :used)")
    List<String> findEnded(Instant born, Instant used, Limit limit);
}
