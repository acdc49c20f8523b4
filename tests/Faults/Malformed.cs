using System.Text;

namespace RbcBot.Tests.Faults;

/// <summary>Payloads that no honest channel sends, made from honest ones.</summary>
static class Malformed
{
    const string Update = """{"update_id":91,"message":{"message_id":1,"date":1760003001,"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"K"},"text":"yego"}}""";
    const string Message = """{"id":"m-1","text":"yego","choice":null}""";

    /// <summary>30 MB, the most that a server takes by default.</summary>
    public static readonly byte[] Huge = new byte[30 * 1000 * 1000];

    static readonly Func<Random, string, byte[]>[] Ways =
    [
        (random, text) => Encoding.UTF8.GetBytes(text[..random.Next(text.Length)]),
        (random, text) => Encoding.UTF8.GetBytes(Deep(65 + random.Next(200))),
        (random, text) => Encoding.UTF8.GetBytes(text.Replace("\"text\":", $"\"text\":\"{random.Next()}\",\"text\":", StringComparison.Ordinal)),
        (random, text) => Encoding.UTF8.GetBytes(text.Replace("\"yego\"", Pick(random, "{}", "[[]]", "true", "1e400", "null", "-0"), StringComparison.Ordinal)),
        (random, text) => Encoding.UTF8.GetBytes(text.Replace("91", Pick(random, "9223372036854775808", "-1", "1.5", "\"91\"", "99999999999999999999999"), StringComparison.Ordinal)),
        (random, text) => Encoding.UTF8.GetBytes(text.Replace("7,", $"922337203685477580{random.Next(8, 10)},", StringComparison.Ordinal)),
        (random, text) => Encoding.UTF8.GetBytes(text.Replace("yego", $"\\ud83d{random.Next()}", StringComparison.Ordinal)),
        (random, text) => Encoding.UTF8.GetBytes(text.Replace("yego", $"\0{random.Next()}", StringComparison.Ordinal)),
        (random, text) => Broken(random, Encoding.UTF8.GetBytes(text)),
        (random, text) => Encoding.UTF8.GetBytes(text.Replace("private", Pick(random, "martian", "", "PRIVATE", "\\u0000"), StringComparison.Ordinal)),
    ];

    public static IEnumerable<byte[]> All(Random random, int count)
    {
        for (var number = 0; number < count; number++)
            yield return Ways[number % Ways.Length](random, random.Next(3) == 0 ? Message : Update);
    }

    static string Deep(int depth) => $"{{\"update_id\":1,\"message\":{new string('[', depth)}{new string(']', depth)}}}";

    static byte[] Broken(Random random, byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(0x80, 0x100);
        return bytes;
    }

    static string Pick(Random random, params string[] all) => all[random.Next(all.Length)];
}
