package org.restante.message;

import java.util.List;

/**
 * Words in one language, and the character sets that mail in it comes in.
 *
 * @param name of a person
 * @param subject some words
 * @param text a few sentences, without quotes or line breaks
 * @param charsets each of which holds all of these words
 */
record Phrase(String name, String subject, String text, List<String> charsets) {

    static final List<Phrase> ALL = List.of(
            new Phrase(
                    "Anna Becker",
                    "The plan for Thursday",
                    "Dear all, the meeting begins at nine. Please bring the drawings of the second floor.",
                    List.of("us-ascii", "utf-8", "iso-8859-1")),
            new Phrase(
                    "Jörg Müller-Lüdenscheidt",
                    "Grüße aus Köln: Übergabe der Schlüssel",
                    "Schöne Grüße! Die Tür klemmt, der Schlüssel heißt Ersatzschlüssel und kostet fünf Euro.",
                    List.of("iso-8859-1", "windows-1252", "utf-8")),
            new Phrase(
                    "Zdeněk Dvořák",
                    "Příliš žluťoučký kůň",
                    "Dobrý den, posílám fakturu za říjen. Částka činí dvanáct tisíc korun českých.",
                    List.of("iso-8859-2", "windows-1250", "utf-8")),
            new Phrase(
                    "Анна Петрова",
                    "Договор на следующий год",
                    "Добрый день! Посылаю вам исправленный договор. Прошу подписать его до пятницы.",
                    List.of("koi8-r", "windows-1251", "utf-8")),
            new Phrase(
                    "Ελένη Παπαδοπούλου",
                    "Πρόσκληση στη συνάντηση",
                    "Καλημέρα σας, η συνάντηση θα γίνει την Τρίτη στις δέκα το πρωί.",
                    List.of("iso-8859-7", "windows-1253", "utf-8")),
            new Phrase(
                    "ליאת כהן",
                    "הזמנה לפגישה",
                    "שלום רב, הפגישה תתקיים ביום שלישי בשעה עשר בבוקר במשרד שלנו.",
                    List.of("windows-1255", "utf-8")),
            new Phrase(
                    "سارة الخطيب",
                    "موعد الاجتماع القادم",
                    "السلام عليكم، نرسل لكم جدول الأعمال ونرجو تأكيد الحضور قبل يوم الخميس.",
                    List.of("windows-1256", "utf-8")),
            new Phrase(
                    "山田太郎",
                    "会議のお知らせ",
                    "お世話になっております。来週の会議は火曜日の午前十時から始まります。よろしくお願いいたします。",
                    List.of("iso-2022-jp", "shift_jis", "euc-jp", "utf-8")),
            new Phrase("王小明", "关于下周会议的通知", "您好，会议改在星期三上午九点举行，请准时参加，谢谢。", List.of("gb2312", "gbk", "gb18030", "utf-8")),
            new Phrase("김민준", "다음 주 회의 안내", "안녕하세요. 다음 주 화요일 오전 열 시에 회의가 있습니다.", List.of("euc-kr", "utf-8")),
            new Phrase(
                    "प्रिया शर्मा",
                    "अगले सप्ताह की बैठक",
                    "नमस्ते, बैठक मंगलवार को सुबह दस बजे होगी। कृपया समय पर आएँ।",
                    List.of("utf-8")),
            new Phrase(
                    "Zoë 🎵 Choir",
                    "Rehearsal 🎶 moved",
                    "We sing on Monday 🙂 at seven. Bring the black folders, naïve as it may sound.",
                    List.of("utf-8")));
}
