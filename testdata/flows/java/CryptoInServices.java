import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

// slguard:trigger REST_API
public class CryptoInServices implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final String ALGORITHM = "DES/CBC/PKCS5Padding";
  private static final byte[] SALT = new byte[16];

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    try {
      byte[] text = event.getBody().getBytes(StandardCharsets.UTF_8);
      digests(text);
      ciphers(text);
      connections();
      return new APIGatewayProxyResponseEvent().withBody(tokens());
    } catch (GeneralSecurityException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digests(byte[] text) throws NoSuchAlgorithmException, GeneralSecurityException {
    MessageDigest weak = MessageDigest.getInstance("MD5"); // slguard:expect weak-crypto
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1"); // slguard:expect weak-crypto
    MessageDigest good = MessageDigest.getInstance("SHA-256"); // slguard:safe
    Mac mac = Mac.getInstance("HmacSHA256"); // slguard:safe
    mac.init(new SecretKeySpec(System.getenv("SIGNING_KEY").getBytes(StandardCharsets.UTF_8), "HmacSHA256")); // slguard:safe
    mac.init(new SecretKeySpec("k3y-9f8a7b6c5d4e".getBytes(StandardCharsets.UTF_8), "HmacSHA256")); // slguard:expect hardcoded-secret
    weak.update(text);
    return HexFormat.of().formatHex(good.digest(weak.digest(sha1.digest(text))));
  }

  private static void ciphers(byte[] text) throws GeneralSecurityException {
    byte[] key = new byte[16];
    new SecureRandom().nextBytes(key);
    SecretKeySpec spec = new SecretKeySpec(key, "AES"); // slguard:safe
    Cipher des = Cipher.getInstance(ALGORITHM); // slguard:expect weak-crypto
    Cipher ecb = Cipher.getInstance("AES"); // slguard:expect weak-crypto
    Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding"); // slguard:safe
    byte[] nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    gcm.init(Cipher.ENCRYPT_MODE, spec, new GCMParameterSpec(128, nonce)); // slguard:safe
    Cipher cbc = Cipher.getInstance("AES/CBC/PKCS5Padding"); // slguard:safe
    cbc.init(Cipher.ENCRYPT_MODE, spec, new IvParameterSpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8))); // slguard:expect weak-crypto
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(1024); // slguard:expect weak-crypto
    KeyPairGenerator large = KeyPairGenerator.getInstance("RSA");
    large.initialize(3072); // slguard:safe
    KeyGenerator.getInstance("Blowfish"); // slguard:expect weak-crypto
    KeyGenerator.getInstance("AES").init(256); // slguard:safe
    des.doFinal(text);
    ecb.doFinal(text);
  }

  private static String tokens() {
    Random random = new Random();
    String sessionToken = Long.toHexString(random.nextLong()); // slguard:expect weak-crypto
    String strongToken = Long.toHexString(new SecureRandom().nextLong()); // slguard:safe
    int otp = ThreadLocalRandom.current().nextInt(100000, 999999); // slguard:expect weak-crypto
    int delay = random.nextInt(500); // slguard:safe no secret
    String nonce = UUID.randomUUID().toString(); // slguard:safe
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      password.append((char) ('a' + random.nextInt(26))); // slguard:expect weak-crypto
    }
    return sessionToken + strongToken + otp + nonce + password;
  }

  private static void connections() throws SQLException, GeneralSecurityException {
    Connection bad = DriverManager.getConnection("jdbc:postgresql://db/shop", "shop", "S3cr3t-p4ssw0rd!"); // slguard:expect hardcoded-secret
    Connection good = DriverManager.getConnection("jdbc:postgresql://db/shop", "shop", System.getenv("DB_PASSWORD")); // slguard:safe
    SSLContext context = SSLContext.getInstance("TLSv1.3"); // slguard:safe
    SSLContext old = SSLContext.getInstance("SSLv3"); // slguard:expect weak-crypto
    TrustManager[] all = {new X509TrustManager() {
      @Override
      public void checkClientTrusted(X509Certificate[] chain, String type) {}

      @Override
      public void checkServerTrusted(X509Certificate[] chain, String type) {}

      @Override
      public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
      }
    }};
    context.init(null, all, new SecureRandom()); // slguard:expect weak-crypto
    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // slguard:expect weak-crypto
    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> host.equals("db.acme.example")); // slguard:safe
  }
}
