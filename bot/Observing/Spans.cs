using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Observing;

/// <summary>What traces are made of. The trace of a message follows from its own id, so that its turn finds it again after a crash, or on another node.</summary>
static class Spans
{
    public const string Source = "RbcBot";

    const int TraceBytes = 16, SpanBytes = 8;

    static readonly ActivitySource Own = new(Source);

    /// <summary>A piece of the message's way; null when nobody traces.</summary>
    /// <param name="since">When it began; default is now.</param>
    public static Activity? Of(string name, Inbound inbound, DateTimeOffset since = default)
    {
        if (!Own.HasListeners())
            return null;
        var span = Own.StartActivity(name, ActivityKind.Internal, Root(inbound), startTime: since);
        return span?.SetTag("channel", inbound.From.Channel).SetTag("inbound", StoredKeys.Of(inbound)).SetTag("kind", inbound.Said.Kind.ToString());
    }

    /// <summary>A piece of what is being traced right now.</summary>
    public static Activity? Of(string name) => Own.StartActivity(name);

    /// <summary>A piece of what was traced before, elsewhere.</summary>
    public static Activity? Of(string name, ActivityContext after) => Own.StartActivity(name, ActivityKind.Client, after);

    static ActivityContext Root(Inbound inbound)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"trace|{inbound.From}|{inbound.ExternalId}"), hash);
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash[..TraceBytes]),
            ActivitySpanId.CreateFromBytes(hash.Slice(TraceBytes, SpanBytes)),
            ActivityTraceFlags.Recorded);
    }
}
