package org.restante.mailstore.imap;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRole;

/** What mail programs call the mailboxes that have a role, for servers that do not say which they are (RFC 6154). */
final class WellKnownNames {

    private static final Map<String, MailboxRole> ROLES = new HashMap<>();

    static {
        add(MailboxRole.DRAFTS, """
                drafts, draft, entwürfe, brouillons, borradores, bozze, rascunhos, concepten, utkast, kladder, luonnokset
                szkice, wersje robocze, koncepty, rozepsané, piszkozatok, ciorne, nacrti, osnutki, чернетки, черновики, чернови
                πρόχειρα, taslaklar, 下書き, 草稿, 草稿箱, 草稿匣, 임시 보관함, 임시보관함, المسودات, مسودات, טיוטות, esborranys, zirriborroak""");
        add(MailboxRole.SENT, """
                sent, sent items, sent messages, sent mail, sent-mail, gesendet, gesendete elemente, gesendete objekte
                gesendete nachrichten, envoyés, éléments envoyés, messages envoyés, enviados, elementos enviados, mensajes enviados
                inviata, posta inviata, inviati, itens enviados, mensagens enviadas, verzonden, verzonden items, verzonden berichten
                skickat, skickade, sendt, sendte, sendt post, lähetetyt, wysłane, elementy wysłane, odeslané, odeslaná pošta
                odoslané, elküldött, elküldött elemek, elküldött üzenetek, trimise, poslano, poslane stavke, надіслані
                відправлені, отправленные, отправлено, изпратени, απεσταλμένα, gönderilmiş öğeler, gönderilenler, gönderilmiş
                送信済み, 送信済みアイテム, 已发送, 已发送邮件, 寄件備份, 已傳送, 보낸 편지함, 보낸편지함, المرسلة, العناصر المرسلة, נשלחו, פריטים שנשלחו, enviats""");
        add(MailboxRole.ARCHIVE, """
                archive, archives, archiv, archivo, archivio, archivado, archivados, arquivo, arquivados, archief, arkiv, arkisto
                archiwum, archív, archívum, arhiva, arhiva poruka, arhiv, архів, архив, αρχειοθήκη, arşiv, アーカイブ, 归档, 存档, 封存, 보관함
                أرشيف, ארכיון, arxiu""");
        add(MailboxRole.JUNK, """
                junk, spam, junk mail, junk e-mail, junk email, bulk mail, spamverdacht, junk-e-mail, unerwünscht, courrier indésirable
                indésirables, pourriel, correo no deseado, no deseado, posta indesiderata, indesiderata, lixo eletrônico, lixo eletrónico
                ongewenst, ongewenste e-mail, skräppost, søppelpost, uønsket, roskaposti, wiadomości-śmieci, niechciane, nevyžádaná pošta
                nevyžiadaná pošta, levélszemét, neželjeno, neželena pošta, спам, небажана пошта, нежелательная почта, ανεπιθύμητα
                önemsiz, önemsiz e-posta, gereksiz, 迷惑メール, 垃圾邮件, 垃圾郵件, 스팸 편지함, 정크 메일, البريد العشوائي, דואר זבל, brossa""");
        add(MailboxRole.TRASH, """
                trash, deleted, deleted items, deleted messages, bin, papierkorb, gelöscht, gelöschte elemente, gelöschte objekte, corbeille
                éléments supprimés, messages supprimés, papelera, elementos eliminados, eliminados, cestino, posta eliminata, eliminata
                lixeira, lixo, itens excluídos, itens eliminados, prullenbak, prullenmand, verwijderde items, papperskorg, papperskorgen
                borttaget, papirkurv, slettet post, slettede elementer, roskakori, poistetut, kosz, elementy usunięte, koš, odstraněná pošta
                odstránená pošta, kôš, kuka, lomtár, törölt elemek, törölt üzenetek, coș de gunoi, gunoi, smeće, smetnjak, izbrisane stavke
                видалені, кошик, удаленные, удалённые, корзина, кошче, изтрити, κάδος, κάδος απορριμμάτων, διαγραμμένα, çöp, çöp kutusu
                silinmiş öğeler, ゴミ箱, 削除済みアイテム, 已删除, 已删除邮件, 回收站, 刪除的郵件, 垃圾桶, 휴지통, 지운 편지함, المحذوفات, سلة المهملات, אשפה
                פריטים שנמחקו, paperera""");
    }

    private WellKnownNames() {}

    private static void add(MailboxRole role, String names) {
        for (String name : names.split("[,\n]\\s*")) {
            ROLES.put(folded(name), role);
        }
    }

    /** Returns the role that a name suggests, at the top of the hierarchy or right under INBOX. */
    static Optional<MailboxRole> roleOf(MailboxName name) {
        boolean isNearTheTop = name.path().size() == 1
                || name.path().size() == 2 && name.path().get(0).equals("INBOX");
        return isNearTheTop ? Optional.ofNullable(ROLES.get(folded(name.leaf()))) : Optional.empty();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
