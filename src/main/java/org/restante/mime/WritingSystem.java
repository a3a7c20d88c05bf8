package org.restante.mime;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A legacy character set and the characters that ordinary text in it consists of.
 *
 * @param least the share of common characters below which a text is not taken for this one
 * @param common which non-ASCII characters speak for this set
 */
record WritingSystem(Charset charset, double least, IntPredicate common) {

    /** Han text is wider than any list of frequent signs; half of Chinese text, read as Korean, is Hangul. */
    private static final double LEAST_HAN = 0.15;

    private static final double LEAST_HANGUL = 0.85;
    private static final double LEAST_CYRILLIC = 0.7;

    private static final String FREQUENT_HAN = "的一是不了在人有我他這这个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得"
            + "于着下自之年過过發发後后作里裡用道行所然家種种事成方多經经么麼去法學学如都同現现當当沒没動动面起看定天分還还進进"
            + "好小部其些主樣样理心她本前開开但因只從从想實实日軍军者意無无力它與与長长把機机十民第公此已工使情明性知全三又關关點点"
            + "正業业外將将兩两高間间由問问很最重並并物手應应戰战向頭头文體体政美相見见被利什二等產产或新己制身果加西斯月話话合回特代"
            + "內内信表化老給给世位次度門门任常先海通教兒儿原東东聲声提立及比員员解水名真論论處处走義义各入幾几口認认條条平系氣气題题"
            + "活爾尔更別别打女變变四神總总何電电數数安少報报才結结反受目太量再感建務务做接必場场件計计管期市直德資资命山金指克許许統统"
            + "區区保至隊队形社便空決决治展馬马科司五基眼書书非則则聽听白卻却界達达光放強强即像難难且權权思王象完設设式色路記记南品住告"
            + "類类求據据程北邊边死張张該该交規规萬万取拉格望覺觉術术領领共確确傳传師师觀观清今切院讓让識识候帶带導导爭争運运您請请謝谢郵邮件測测試试你好";

    static List<WritingSystem> all() {
        List<WritingSystem> systems = new ArrayList<>();
        add(systems, "windows-31j", LEAST_HAN, c -> isKana(c) || FREQUENT_HAN.indexOf(c) >= 0);
        add(systems, "EUC-JP", LEAST_HAN, c -> isKana(c) || FREQUENT_HAN.indexOf(c) >= 0);
        add(systems, "x-windows-949", LEAST_HANGUL, c -> c >= 0xAC00 && c <= 0xD7A3);
        add(systems, "GB18030", LEAST_HAN, c -> FREQUENT_HAN.indexOf(c) >= 0);
        add(systems, "Big5", LEAST_HAN, c -> FREQUENT_HAN.indexOf(c) >= 0);
        add(systems, "windows-1251", LEAST_CYRILLIC, WritingSystem::isLowerCyrillic);
        add(systems, "KOI8-R", LEAST_CYRILLIC, WritingSystem::isLowerCyrillic);
        return List.copyOf(systems);
    }

    private static void add(List<WritingSystem> systems, String name, double least, IntPredicate common) {
        if (Charset.isSupported(name)) {
            systems.add(new WritingSystem(Charset.forName(name), least, common));
        }
    }

    private static boolean isKana(int c) {
        return c >= 0x3040 && c <= 0x30FF;
    }

    private static boolean isLowerCyrillic(int c) {
        return c >= 0x430 && c <= 0x451;
    }

    private boolean isSingleByte() {
        return charset.newEncoder().maxBytesPerChar() < 2;
    }

    /** Returns how much a text reads like this one, from 0 (not at all) to 1. */
    double score(String text) {
        int foreign = 0;
        int hits = 0;
        int inRuns = 0;
        boolean before = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean high = c > 0x7F;
            if (high && !isPunctuation(c)) {
                foreign++;
                hits += common.test(c) ? 1 : 0;
                inRuns += before ? 1 : 0;
            }
            before = high;
        }
        return foreign == 0 ? 0 : weigh(foreign, hits, inRuns);
    }

    /** Western text has single accented letters among ASCII; Cyrillic comes in words. */
    private double weigh(int foreign, int hits, int inRuns) {
        double share = (double) hits / foreign;
        boolean inWords = !isSingleByte() || inRuns * 2 >= foreign;
        return inWords && share >= least ? share : 0;
    }

    private static boolean isPunctuation(char c) {
        return c >= 0x3000 && c <= 0x3020 || c >= 0xFF00 && c <= 0xFF20 || c >= 0x2000 && c <= 0x206F;
    }
}
