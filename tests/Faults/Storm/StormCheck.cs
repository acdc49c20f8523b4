using System.Globalization;
using System.Text;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>Holds the end of a storm against the checker's log.</summary>
static class StormCheck
{
    public static void All(Chronicle chronicle, StormBot bot, StormPost post)
    {
        if (!bot.IsDrained || post.Count > 0)
            chronicle.Blame($"not drained: the bot {(bot.IsDrained ? "is" : "is not")}, {post.Count} posts are on their way");
        foreach (var log in chronicle.People)
        {
            CheckTurns(chronicle, log);
            CheckTranscript(chronicle, log, bot.Messages(log.Address));
            foreach (var broken in NudgeRules.Broken(log))
                chronicle.Blame(broken);
        }

        foreach (var limits in bot.Limits)
            chronicle.CheckLimits(limits.Line, limits.PerSecond, limits.PerSecondEach);
        if (bot.Aside() is { Count: > 0 } aside)
            chronicle.Blame($"{aside.Count} were set aside, the first for {aside[0].Reason}");
    }

    // What was acknowledged had its turn, once, in the order in which it was acknowledged.
    static void CheckTurns(Chronicle chronicle, PersonLog log)
    {
        var expected = log.Acknowledged.OrderBy(one => one.Value).Select(one => one.Key).ToList();
        if (!expected.SequenceEqual(log.Order))
            chronicle.Blame($"{log.Address} was acknowledged [{string.Join(' ', expected)}] and had turns for [{string.Join(' ', log.Order)}]");
    }

    // Each message that was decided is on the phone, once and in its place, or the outbox knows why not.
    static void CheckTranscript(Chronicle chronicle, PersonLog log, IReadOnlyList<Sending> messages)
    {
        if (!messages.Select(message => message.Message.Text).SequenceEqual(log.Decided.Select(one => one.Message.Text)))
            chronicle.Blame($"the outbox of {log.Address} does not hold what was decided");
        foreach (var message in messages)
        {
            chronicle.Tally.Count($"{log.Address.Channel} {message.State}");
            if (message.State == SendState.Unknown)
                chronicle.Tally.Count($"{log.Address.Channel} unknown {(log.Arrived.Exists(one => one.Number == message.Number) ? "taken" : "lost")}");
            var arrived = log.Arrived.Where(one => one.Number == message.Number).ToList();
            if (Wrong(message, arrived.ConvertAll(one => one.Text), arrived.Exists(one => one.IsTemplate), arrived.Exists(one => one.IsReported)) is { } wrong)
                chronicle.Blame($"message {message.Number} to {log.Address} is {message.State}: {wrong} [{string.Join(", ", message.Attempts.Select(attempt => $"{attempt.At:MM-dd HH:mm:ss} {attempt.State} {attempt.Reason}"))}]");
        }

        var order = log.Arrived.Where(one => messages[(int)one.Number - 1].Attempts.All(attempt => attempt.State != SendState.Held)).Select(one => one.Number).ToList();
        if (!order.SequenceEqual(order.Order()))
            chronicle.Blame($"{log.Address} reads [{string.Join(' ', order)}]");
    }

    static string? Wrong(Sending message, List<string> arrived, bool isTemplate, bool isReported) => message.State switch
    {
        SendState.Pending or SendState.Held => arrived.Count == 0 ? "it still waits" : "it is on the phone and waits",
        // What a provider took it also reports: by its own id, or by ours where that is given along. What it never took nobody can tell.
        SendState.Unknown => arrived.Count > 0 && isReported ? "the provider took it and said so" : null,
        SendState.Sent or SendState.Delivered or SendState.Read => arrived.Count == 0 ? "it never arrived" : Doubled(arrived) ?? (isTemplate || Holds(arrived, message) ? null : $"on the phone stands another: {string.Join(" / ", arrived)}"),
        SendState.Expired => arrived.Count > 0 ? "it arrived" : message.Message.ExpiresAt is null ? "it keeps" : null,
        SendState.Blocked => arrived.Count > 0 ? "it arrived" : null,
        _ => "nothing was wrong with it",
    };

    static string? Doubled(List<string> arrived) => arrived.Distinct().Count() < arrived.Count ? "it arrived twice" : null;

    static bool Holds(List<string> arrived, Sending message) => Letters(string.Concat(arrived)).Contains(Letters(message.Message.Text), StringComparison.Ordinal);

    // Channels choose signs and blanks of their own: what counts is letters and digits.
    static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
