/** The least that a CGI program in Java can be. */
public final class Floor {

    public static void main(String[] ignored) {
        System.out.println("Content-Type: text/plain\n\nok");
    }
}
