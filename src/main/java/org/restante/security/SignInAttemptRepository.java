package org.restante.security;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface SignInAttemptRepository extends JpaRepository<SignInAttempt, Long> {

    @Transactional(readOnly = true)
    @Query("select a from SignInAttempt a where a.bucket = :bucket and a.triedAt > :since order by a.triedAt desc")
    List<SignInAttempt> findNewest(String bucket, Instant since, Limit limit);

    @Modifying
    @Query("update SignInAttempt a set a.failed = true where a.id in :ids")
    void markFailed(Collection<Long> ids);

    @Modifying
    @Query("delete from SignInAttempt a where a.id in :ids")
    void remove(Collection<Long> ids);

    @Modifying
    @Query("delete from SignInAttempt a where a.triedAt <= :until")
    void removeOld(Instant until);
}
