using System.Text.Json;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>Takes a post of Meta apart: several accounts, changes and messages may come in one.</summary>
sealed class NewsReading(MetaOptions options, TimeProvider clock)
{
    /// <summary>What was posted; never throws, whatever it is.</summary>
    public Posted Of(ReadOnlyMemory<byte> json)
    {
        var posted = new Posted([], [], []);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (new JsonPart(document.RootElement) is { IsObject: true } root)
                Read(root, posted);
            else
                posted.Unread.Add(new Unread(json, "NoObject"));
        }
        catch (JsonException fault)
        {
            posted.Unread.Add(new Unread(json, fault.GetType().Name));
        }
        return posted;
    }

    void Read(JsonPart root, Posted posted)
    {
        foreach (var change in root.Items("entry").SelectMany(entry => entry.Items("changes")))
            if (change.Part("value") is { } value && IsOurs(value))
            {
                foreach (var message in value.Items("messages"))
                    Try(message, posted, () => Said(message, value, posted));
                foreach (var status in value.Items("statuses"))
                    Try(status, posted, () => posted.Reports.AddRange(StatusReading.Of(status, clock.GetUtcNow())));
            }
    }

    // An account's other numbers are somebody else's talk: what is written to them is neither answered nor kept.
    bool IsOurs(JsonPart value) => value.Part("metadata")?.Text("phone_number_id") is not { Length: > 0 } id || id == options.PhoneNumberId;

    void Said(JsonPart message, JsonPart value, Posted posted)
    {
        if (MessageReading.Of(message, value, clock.GetUtcNow()) is { } inbound)
            posted.Said.Add(inbound);
    }

    // One that cannot be read (half a letter, nobody who sent it) must not take its batch with it.
    static void Try(JsonPart one, Posted posted, Action read)
    {
        try
        {
            read();
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or ArgumentException)
        {
            posted.Unread.Add(new Unread(one.Bytes, fault.GetType().Name));
        }
    }
}

/// <summary>What Meta posted, apart.</summary>
sealed record Posted(List<Inbound> Said, List<DeliveryReport> Reports, List<Unread> Unread);

/// <summary>What nobody here can read.</summary>
sealed record Unread(ReadOnlyMemory<byte> Json, string Fault);
