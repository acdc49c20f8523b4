using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The columns that tell who somebody is, how she is reached or what was said: sealed before they leave this program, each for its place.</summary>
sealed class SealedColumns(Vault vault)
{
    /// <summary>Documents that are about people.</summary>
    public static readonly IReadOnlyList<string> Personal = ["enrolments", "administrators", "selections", "erasures", "breaches"];

    public Vault Vault => vault;

    public string KeyOf(Address address) => vault.KeyOf(address);

    public string Address(string key, Address address) => vault.Seal($"addresses/{key}", address.Value);

    public string Address(string key, string value) => vault.Open($"addresses/{key}", value);

    /// <param name="id">The inbox's id.</param>
    public string Inbound(string id, Inbound inbound) => vault.Seal($"inbound/{id}", StoredJson.Write(inbound));

    public Inbound Inbound(string id, string text) => StoredJson.Read<Inbound>(vault.Open($"inbound/{id}", text));

    /// <summary>What nobody could read.</summary>
    public byte[] Payload(ReadOnlySpan<byte> payload) => vault.Seal("payload", payload);

    public byte[] Payload(byte[] sealed_) => vault.Open("payload", sealed_);

    public string Talk(string person, Conversation conversation) => vault.Seal(TalkOf(person), StoredJson.Write(conversation));

    public Conversation Talk(string person, string text) => StoredJson.Read<Conversation>(vault.Open(TalkOf(person), text));

    /// <summary>Where a conversation reaches the person.</summary>
    public string SealTalkValue(string person, string value) => vault.Seal(TalkOf(person), value);

    public string TalkValue(string person, string text) => vault.Open(TalkOf(person), text);

    public SessionRow Row(SessionRow row) => row with { Line = vault.Seal(SessionOf(row.Person), row.Line), Rest = vault.Seal(SessionOf(row.Person), row.Rest) };

    public Session Line(string person, string line) => SessionRow.ReadLine(vault.Open(SessionOf(person), line));

    public Session Session(string person, string line, string rest) => SessionRow.Read(vault.Open(SessionOf(person), line), vault.Open(SessionOf(person), rest));

    public string Facts(string person, IReadOnlyList<Fact> facts) => SealFacts(person, StoredFacts.Write(facts));

    public string SealFacts(string person, string text) => vault.Seal($"facts/{person}", text);

    public List<Fact> Facts(string person, string text) => [.. StoredFacts.Read(vault.Open($"facts/{person}", text))];

    public string PersonLine(string person, string line) => vault.Seal($"people/{person}", line);

    public string OpenPersonLine(string person, string line) => vault.Open($"people/{person}", line);

    /// <param name="key">Of the address that it goes to.</param>
    public string Message(string key, Outbound message) => SealMessage(key, StoredJson.Write(message));

    public string SealMessage(string key, string text) => vault.Seal($"outbox/{key}", text);

    public Outbound Message(string key, string text) => StoredJson.Read<Outbound>(vault.Open($"outbox/{key}", text));

    /// <summary>A channel's id of a message, or a reason.</summary>
    public string SealReport(string text) => vault.SealReport(CleanText.Of(text));

    public string Report(string text) => vault.OpenReport(text);

    public string Lines(IReadOnlyList<SendAttempt> attempts) => vault.SealLines(StoredAttempts.Write(attempts));

    public IReadOnlyList<SendAttempt> Attempts(string lines) => StoredAttempts.Read(vault.OpenLines(lines));

    public string SealDocument(string collection, string id, string text) => Personal.Contains(collection) ? vault.Seal($"{collection}/{id}", text) : text;

    public string Document(string collection, string id, string text) => vault.Open($"{collection}/{id}", text);

    static string TalkOf(string person) => $"conversations/{person}";

    static string SessionOf(string person) => $"sessions/{person}";
}
