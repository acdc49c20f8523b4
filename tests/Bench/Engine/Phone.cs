using System.Diagnostics;
using System.Text;
using System.Text.Unicode;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>One simulated phone: says a step of the script, waits for its 200 and its reply, says the next; when the interview is over, a new person holds it.</summary>
sealed class Phone(IReadOnlyList<Step> script)
{
    const string Command = """
        ,"entities":[{"offset":0,"length":6,"type":"bot_command"}]
        """;

    static readonly long Date = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    readonly byte[] body = new byte[1024], request = new byte[1536];
    int at, messages;
    long since, replied;
    bool isAcknowledged;

    /// <summary>The line to the webhook; null before there is one, or after the bot hung up.</summary>
    public Wire? Wire { get; set; }

    public long Chat { get; private set; }

    public bool IsWaiting { get; private set; }

    /// <summary>From what was said last to its reply.</summary>
    public TimeSpan Took => Stopwatch.GetElapsedTime(since, replied);

    public Step Step => script[at];

    public bool IsNew => at == 0;

    /// <summary>Where in the script its person stands.</summary>
    public int At => at;

    public void Become((long Chat, int At) person) => (Chat, at) = person;

    /// <param name="moment">From when the wait is counted.</param>
    public void Say(int update, long moment)
    {
        (IsWaiting, since, replied, messages, isAcknowledged) = (true, moment, 0, 0, false);
        Utf8.TryWrite(body, $$"""{"update_id":{{update}},"message":{"message_id":{{update}},"from":{"id":{{Chat}},"is_bot":false,"first_name":"Amina","language_code":"en"},"chat":{"id":{{Chat}},"first_name":"Amina","type":"private"},"date":{{Date}},"text":"{{Step.Said}}"{{(at == 0 ? Command : "")}} } }""", out var length);
        Utf8.TryWrite(request, $"POST /telegram/webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: {Phones.Secret}\r\nContent-Length: {length}\r\n\r\n", out var head);
        body.AsSpan(0, length).CopyTo(request.AsSpan(head));
        Wire?.Send(request.AsSpan(0, head + length));
    }

    /// <summary>What was said is not waited for any more; a new person will speak next.</summary>
    public void GiveUp() => (IsWaiting, at) = (false, 0);

    public void Acknowledge() => isAcknowledged = true;

    /// <summary>Hears a reply; a sentence when it is not the right one.</summary>
    public string? Hear(ReadOnlySpan<byte> message, long now)
    {
        if (!IsWaiting || messages == Step.Messages)
            return $"chat {Chat} heard one message too many";
        messages++;
        if (messages < Step.Messages)
            return null;
        replied = now;
        return message.IndexOf(Step.LastBytes) >= 0 ? null : $"chat {Chat} said \"{Step.Said}\" and did not hear \"{Step.Last}\" but {Encoding.UTF8.GetString(message)}";
    }

    /// <summary>Goes on to the next step when this one is whole; true when it was.</summary>
    public bool TryGoOn()
    {
        if (!isAcknowledged || replied == 0)
            return false;
        IsWaiting = false;
        at = (at + 1) % script.Count;
        return true;
    }
}
