import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Ends with status 0 where the Restante in this container is ready, and with 1 where it is not. */
final class Health {

    private static final int PATIENCE = 5000;

    public static void main(String[] args) {
        try {
            int port = Integer.parseInt(System.getenv().getOrDefault("MANAGEMENT_SERVER_PORT", "8081"));
            System.exit(status(port).contains(" 200") ? 0 : 1);
        } catch (IOException | NumberFormatException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    /** Plain, since classes for HTTP would take longer to load than all else. */
    private static String status(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream()
                    .write("GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return String.valueOf(answer.readLine());
        }
    }
}
