using System.Globalization;
using System.Text;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>A conversation played by a test: what is said, what is answered and what happened, as a text that a trainer can read.</summary>
/// <remarks>The conversation is stored and read back before every turn, as the shell does.</remarks>
sealed class Dialogue(Catalogue catalogue)
{
    readonly StringBuilder transcript = new();
    readonly List<Fact> facts = [];
    readonly Dictionary<string, Reminder> standing = [];
    readonly Address address = new("web", "amina-phone");
    int said;

    public DateTimeOffset Now { get; private set; } = new(2026, 1, 12, 7, 0, 0, TimeSpan.Zero);

    public Conversation Conversation { get; private set; } = Conversation.New(new PersonId("amina"), new Address("web", "amina-phone"));

    public IReadOnlyList<Outbound> Last { get; private set; } = [];

    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    public IReadOnlyList<Fact> Facts => facts;

    public string Transcript => transcript.ToString();

    public Dialogue Enters(string code) => Take(Said.Enter(code), $"[enters {code}]");

    public Dialogue Says(string words) => Take(Said.Text(words), words);

    /// <summary>Writes a message that has a name, so that its words can be changed.</summary>
    public Dialogue Writes(string message, string words) => Take(Said.Text(words) with { Message = message }, words);

    /// <summary>Changes the words of an earlier message.</summary>
    public Dialogue Changes(string message, string words) => Take(new Said(SaidKind.Edited, words) { Message = message }, $"[changes {message}] {words}");

    /// <summary>Sends a contact; its number when it is her own.</summary>
    public Dialogue SendsContact(string? own) => Take(new Said(SaidKind.Contact, "") { Number = own }, own is null ? "[somebody's contact]" : $"[her contact {own}]");

    public Dialogue Hears(string subject) => Take(Said.Due(subject), $"[{subject}]");

    /// <summary>The clock says that the day is there on which she is erased.</summary>
    public Dialogue HearsErasure() => Take(Said.Due(Erase.Subject) with { Erasing = ErasureNames.Of(new byte[ErasureNames.ChanceBytes]) }, "[the day is there]");

    public Dialogue Sends(SaidKind kind) => Take(new Said(kind, ""), $"[{kind}]");

    public Dialogue SharesPlace(string place) => Take(Said.Location(place), $"[shares {place}]");

    public Dialogue SendsFile(string name, string type) => Take(Said.Sent(new SentFile(name, type), ""), $"[sends {name}]");

    public Dialogue Presses(string label) => Take(Said.Choice(Payload(label)), $"({label})");

    /// <summary>Presses the option at a place, whatever its label is.</summary>
    public Dialogue PressesOption(int index) => Presses(Last[^1].Buttons[index].Label);

    /// <summary>Presses a payload; one that begins with a colon is of the question that stands open.</summary>
    public Dialogue PressesPayload(string payload) => Take(Said.Choice(payload.StartsWith(':')
        ? $"q:{Conversation.Sessions.Single(session => session.Id == Conversation.Front).Asked!.Token}{payload}" : payload), $"({payload})");

    /// <summary>What is remembered becomes something else, as if it were of another time.</summary>
    public Dialogue Remembers(Func<Conversation, Conversation> other)
    {
        Conversation = other(Conversation);
        return this;
    }

    public Dialogue Waits(TimeSpan time)
    {
        Now += time;
        transcript.AppendLine(CultureInfo.InvariantCulture, $"… {time.TotalDays:0.##} days later");
        return this;
    }

    /// <summary>Time passes until the next reminder that was set, and it plays; says so when none is.</summary>
    public Dialogue HearsReminder()
    {
        if (standing.Values.MinBy(reminder => reminder.DueAt) is not { DueAt: { } due } next)
        {
            transcript.AppendLine("… nothing more is due");
            return this;
        }

        standing.Remove(next.Key);
        return Waits(due - Now).Hears(next.Subject);
    }

    /// <summary>Answers "skip" until the question of that name stands open; "" stops at the review. None of it is written down.</summary>
    public Dialogue SkipsTo(string name)
    {
        var before = transcript.Length;
        for (var turns = 0; turns < 100 && !IsAt(name); turns++)
            Says("skip");
        transcript.Length = before;
        transcript.AppendLine(CultureInfo.InvariantCulture, $"… skips to {(name.Length > 0 ? name : "the review")}");
        Shown();
        return this;
    }

    public string Payload(string label) =>
        Last.SelectMany(message => message.Buttons).LastOrDefault(button => button.Label == label)?.Payload
        ?? throw new InvalidOperationException($"No button «{label}» in: {string.Join(" | ", Last.SelectMany(message => message.Buttons).Select(button => button.Label))}");

    Dialogue Take(Said what, string shown)
    {
        transcript.AppendLine(CultureInfo.InvariantCulture, $"> {shown}");
        Now = Now.AddSeconds(10);
        Conversation = StoredJson.Read<Conversation>(StoredJson.Write(Conversation));
        what = StoredJson.Read<Said>(StoredJson.Write(what));
        var turn = Talk.Take(Conversation, new Inbound(address, $"m{said++}", what, Now), catalogue, Flows.All, Now);
        (Conversation, Last, Reminders) = (turn.Next, turn.Replies, turn.Reminders);
        facts.AddRange(turn.Facts);
        foreach (var reminder in turn.Reminders)
            standing[reminder.Key] = reminder;
        foreach (var gone in standing.Values.Where(reminder => reminder.DueAt is null).ToList())
            standing.Remove(gone.Key);
        Shown();
        foreach (var fact in turn.Facts)
            transcript.AppendLine(CultureInfo.InvariantCulture, $"* {fact.GetType().Name}{Detail(fact)}");
        if (turn.Erasure is { } erasure)
            transcript.AppendLine(CultureInfo.InvariantCulture, $"< {erasure.Farewell?.Message.Text}\n* erased; {erasure.Sessions.Count} sessions stay: {string.Join(", ", erasure.Sessions.SelectMany(session => session.Answers).Select(answer => answer.Value))}");
        return this;
    }

    bool IsAt(string name) =>
        Conversation.Sessions.Single(session => session.Id == Conversation.Front).Asked is { } asked ? asked.Path.EndsWith($"/{name}", StringComparison.Ordinal) : name.Length == 0;

    void Shown()
    {
        foreach (var reply in Last)
        {
            foreach (var media in reply.Media)
                transcript.AppendLine(CultureInfo.InvariantCulture, $"< [{media.Kind} {media.File}] {media.Caption}");
            transcript.AppendLine(CultureInfo.InvariantCulture, $"< {(reply.Redraws ? "[redraws] " : "")}{reply.Text.Replace("\n", "\n  ", StringComparison.Ordinal)}");
            if (reply.Buttons.Count > 0)
                transcript.AppendLine("  " + string.Join(" ", reply.Buttons.Select(button => $"({(button.IsTicked ? "✓ " : "")}{button.Label})")));
            if (reply.SharingLabel.Length > 0)
                transcript.AppendLine(CultureInfo.InvariantCulture, $"  [{reply.SharingLabel}]");
        }
    }

    static string Detail(Fact fact) => fact switch
    {
        AnswerGiven answer => $" {answer.Path} = {answer.Value}",
        AnswerRefused refused => $" {refused.Path}: {refused.Why}",
        ConsentTaken consent => $" {consent.Consent.Purpose} {(consent.Consent.Given ? "yes" : "no")} in {consent.Consent.Language}",
        PurposesAnswered purposes => " " + string.Join(' ', purposes.Consents.Select(consent => $"{consent.Purpose}:{(consent.Given ? "yes" : "no")}")),
        SessionMigrated migrated => string.Concat(migrated.Dropped.Select(dropped => $" -{dropped.Path} = {dropped.Value} ({dropped.Why})")),
        NudgeDecided nudge => $" {nudge.Subject} {nudge.What} ({nudge.Reason})",
        QuizAnswered quiz => $" {quiz.Question} {quiz.Option} {(quiz.IsRight ? "right" : "wrong")} ({quiz.Attempt})",
        _ => "",
    };
}
