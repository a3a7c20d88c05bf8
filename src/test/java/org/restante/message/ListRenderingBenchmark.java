package org.restante.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.restante.RestanteApplication;
import org.restante.folder.TreeLook;
import org.restante.mailstore.Flag;
import org.restante.mailstore.Mailbox;
import org.restante.mailstore.MailboxName;
import org.restante.mailstore.MailboxRights;
import org.restante.mailstore.MailboxRole;
import org.restante.mailstore.MailboxView;
import org.restante.mailstore.MessagePage;
import org.restante.mailstore.MessageRef;
import org.restante.mailstore.MessageSummary;
import org.restante.mailstore.Uid;
import org.restante.mailstore.UidValidity;
import org.restante.mime.Address;
import org.restante.mime.Envelope;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.settings.Labels;
import org.restante.web.Assets;
import org.restante.web.Avatar;
import org.restante.web.Brand;
import org.restante.web.Dates;
import org.restante.web.Languages;
import org.restante.web.Texts;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What a list of 50 rows costs to make: its view model, and the page; without the mail server, the network and who asks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListRenderingBenchmark {

    private static final int ROWS = 50;

    private WebApplicationContext context;
    private View view;
    private Texts texts;
    private final MailboxView mailbox = mailbox();

    private static final Part TEXT = new Part(
            Optional.of(new PartId("1")),
            "text/plain",
            Map.of("charset", "utf-8"),
            "",
            "8bit",
            2000,
            "",
            "",
            List.of());

    /** Starts the application, for its templates. */
    @Setup
    public void start() throws Exception {
        context = (WebApplicationContext) SpringApplication.run(
                RestanteApplication.class,
                "--server.port=0",
                "--management.server.port=-1",
                "--spring.datasource.url=jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1",
                "--restante.secret=" + "0".repeat(64));
        texts = context.getBean(Languages.class).texts(Locale.UK);
        view = context.getBean(ThymeleafViewResolver.class).resolveViewName("message/list", Locale.UK);
    }

    /** Stops the application. */
    @TearDown
    public void stop() {
        SpringApplication.exit(context);
    }

    /** Returns the view model alone. */
    @Benchmark
    public Object model() {
        return MessageListPage.of(
                MailboxName.INBOX,
                mailbox,
                new ListLook(
                        ROWS,
                        false,
                        "",
                        new ListFilter(""),
                        0,
                        0,
                        new Labels(List.of()),
                        TreeLook.PLAIN,
                        "",
                        "/icons.svg"),
                texts,
                new Dates(Instant.now(), ZoneOffset.UTC, texts));
    }

    /** Returns the whole page. */
    @Benchmark
    public byte[] page() throws Exception {
        Map<String, Object> model = new HashMap<>();
        model.put("list", model());
        model.put(
                "acts",
                new FolderActs(
                        "INBOX",
                        true,
                        "trash",
                        "message.act.trash",
                        "junk",
                        "message.act.junk",
                        false,
                        false,
                        MailboxRights.ALL,
                        ""));
        model.put("assets", context.getBean(Assets.class));
        model.put("brand", context.getBean(Brand.class));
        model.put("person", "anna@example.org");
        model.put("personAvatar", new Avatar("A", 3));
        model.put(
                "look",
                Map.of(
                        "lang",
                        "en",
                        "dir",
                        "ltr",
                        "theme",
                        "system",
                        "density",
                        "compact",
                        "layout",
                        "rows",
                        "shortcuts",
                        "on"));
        var request = new MockHttpServletRequest(context.getServletContext(), "GET", "/mail/INBOX");
        request.setAttribute(
                org.springframework.web.servlet.DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        request.addPreferredLocale(Locale.UK);
        var response = new MockHttpServletResponse();
        view.render(model, request, response);
        return response.getContentAsByteArray();
    }

    private static MailboxView mailbox() {
        List<Mailbox> mailboxes = Stream.of(MailboxRole.values())
                .map(role -> new Mailbox(
                        MailboxName.of(role == MailboxRole.INBOX ? "INBOX" : role.name()),
                        Optional.of(role),
                        true,
                        OptionalLong.of(1000),
                        OptionalLong.of(12)))
                .toList();
        List<MessageSummary> rows =
                IntStream.range(0, ROWS).mapToObj(ListRenderingBenchmark::row).toList();
        return new MailboxView(mailboxes, new MessagePage(new UidValidity(1), 1000, 0, rows));
    }

    private static Envelope envelope(int i, Instant when) {
        List<Address> anna = List.of(new Address("Anna Example " + i, "anna" + i + "@sender.example"));
        List<Address> reader = List.of(new Address("", "reader@example.org"));
        return new Envelope(
                Optional.of(when.atOffset(ZoneOffset.UTC)),
                "Breakfast <on> Sunday & Monday " + i,
                anna,
                anna,
                reader,
                List.of(),
                List.of(),
                "",
                i + "@sender.example");
    }

    private static MessageSummary row(int i) {
        Instant when = Instant.now().minus(Duration.ofHours(3L * i));
        return new MessageSummary(
                new MessageRef(MailboxName.INBOX, new UidValidity(1), new Uid(1000 - i)),
                i % 3 == 0 ? Set.of() : Set.of(Flag.SEEN),
                envelope(i, when),
                when,
                48_213L + 1000 * i,
                TEXT);
    }
}
