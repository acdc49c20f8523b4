using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The checker's own log of what was acknowledged and of what the channel saw. It knows what must be in the store, and never asks the store for it.</summary>
sealed class Ledger(EventLog log, Tally tally)
{
    readonly Dictionary<Address, Account> accounts = [];
    readonly Limbo limbo = new();

    public IEnumerable<Account> Accounts => accounts.Values;

    /// <summary>All facts of all turns, in the order in which these were committed.</summary>
    public List<Fact> Facts { get; } = [];

    /// <summary>What was set aside, with the reason.</summary>
    public Dictionary<string, (Inbound Inbound, string Reason)> Aside { get; } = [];

    /// <summary>Payloads that could not be read and were acknowledged all the same.</summary>
    public HashSet<string> Unread { get; } = [];

    public Account Of(Address address) => accounts.TryGetValue(address, out var known) ? known : accounts[address] = new Account(address);

    /// <summary>What people mean to answer.</summary>
    public Meanings Meanings { get; } = new();

    public void Accepted(Inbound inbound, bool isNew)
    {
        var account = Of(inbound.From);
        CheckFailedException.Unless(isNew == account.Heard.Add(inbound.ExternalId), $"{Said(inbound)} was {(isNew ? "taken twice" : "dropped although it is new")}");
        tally.Count(isNew ? "accepted" : "duplicates");
        log.Add($"accepted {Said(inbound)} {(isNew ? "" : "again")}");
        if (!isNew)
            return; // nothing was written
        limbo.Clear();
        account.Queue.Add(inbound);
    }

    public void NotAccepted(Inbound inbound) => limbo.Add(
        view => !Of(inbound.From).Heard.Contains(inbound.ExternalId) && view.Waits(inbound),
        () => Accepted(inbound, isNew: true));

    /// <summary>Somebody whom nobody serves is to be answered before what she said is in the inbox.</summary>
    public void Held(Waiting held)
    {
        var account = Of(held.Inbound.From);
        CheckFailedException.Unless(account.Queue.Count == 0, $"{Said(held.Inbound)} overtakes what waits");
        CheckFailedException.Unless(!account.IsHeld, $"two turns of {account.Address} at once");
        CheckFailedException.Unless(account.Person == held.Person, $"{account.Address} became another person");
        account.IsHeld = true;
    }

    /// <summary>It was taken in with its turn.</summary>
    public void Taken(Waiting held, Turn turn, bool isNew)
    {
        Released(held);
        Accepted(held.Inbound, isNew);
        if (!isNew)
            return; // nothing was written
        tally.Count("prompt turns");
        Committed(held.Inbound, turn, null);
    }

    public void NotTaken(Waiting held, Turn turn)
    {
        Released(held);
        limbo.Add(
            view => !Of(held.Inbound.From).Heard.Contains(held.Inbound.ExternalId) && view.HasHeard(held.Inbound) && !view.Waits(held.Inbound),
            () => Taken(held, turn, isNew: true));
    }

    public void Took(Waiting waiting)
    {
        var account = Of(waiting.Inbound.From);
        CheckFailedException.Unless(account.Queue.Count > 0 && Account.IsSame(account.Queue[0], waiting.Inbound), $"{Said(waiting.Inbound)} is served out of its order");
        CheckFailedException.Unless(!account.IsHeld, $"two turns of {account.Address} at once");
        account.IsHeld = true;
        CheckFailedException.Unless((account.Person ??= waiting.Person) == waiting.Person, $"{account.Address} became another person");
    }

    public void Released(Waiting waiting) => Of(waiting.Inbound.From).IsHeld = false;

    /// <summary>A turn is about to be decided on this conversation.</summary>
    public void Decides(Conversation conversation, Inbound inbound) => CheckFailedException.Unless(
        Of(inbound.From).Talk is { } talk ? Account.IsSame(talk, conversation) : conversation is { State: "New", Sessions.Count: 0 },
        $"{Said(inbound)} meets another conversation than the turns before it made");

    public void Failed(Inbound inbound)
    {
        var failures = Of(inbound.From).Failures;
        failures[Account.KeyOf(inbound)] = failures.GetValueOrDefault(Account.KeyOf(inbound)) + 1;
        log.Add($"failed {Said(inbound)}");
    }

    /// <param name="reason">Why it was set aside; null when it was not.</param>
    public void Committed(Inbound inbound, Turn turn, string? reason)
    {
        limbo.Clear();
        var account = Of(inbound.From);
        CheckFailedException.Unless(account.Queue.Count > 0 && Account.IsSame(account.Queue[0], inbound), $"{Said(inbound)} has its turn twice");
        Meanings.Check(account, inbound, turn, tally);
        if (reason is not null)
            SetAside(account, inbound, turn, reason);
        account.Queue.RemoveAt(0);
        (account.IsHeld, account.Talk) = (false, turn.Next);
        account.UndatedTurns += inbound.IsDated || inbound.Said.Kind == SaidKind.Due ? 0 : 1;
        Facts.AddRange(turn.Facts);
        foreach (var reminder in turn.Reminders)
            Plan(account, reminder);
        account.Posts.AddRange(turn.Replies.Select(reply => new Posted(reply, account.Address.Channel == SimulatedBot.Web)));
        tally.Count("turns");
        foreach (var fact in turn.Facts)
            tally.Count(fact.GetType().Name);
        log.Add($"turn {Said(inbound)} {turn.Next.State} {turn.Facts.Count} facts {turn.Replies.Count} replies {reason} {SimulatedPerson.QuestionIn(turn.Replies.LastOrDefault())}");
    }

    public void NotCommitted(Inbound inbound, Turn turn, string? reason) => limbo.Add(
        view => Of(inbound.From) is { Person: { } person } account && account.Queue.Any(other => Account.IsSame(other, inbound)) && !view.Waits(inbound)
            && view.IsAside(inbound) == reason is not null && Account.IsSame(view.Talk(person, inbound.From), turn.Next),
        () => Committed(inbound, turn, reason));

    public void Replayed(string key, bool isThere)
    {
        CheckFailedException.Unless(isThere == Aside.Remove(key, out var one), "what was set aside is gone");
        if (!isThere)
            return;
        limbo.Clear();
        Of(one.Inbound.From).Queue.Add(one.Inbound);
        Of(one.Inbound.From).Failures.Remove(key);
        tally.Count("replayed");
        log.Add($"replayed {Said(one.Inbound)}");
    }

    public void NotReplayed(string key) => limbo.Add(
        view => Aside.TryGetValue(key, out var one) && view.Waits(one.Inbound), () => Replayed(key, isThere: true));

    public void KeptUnread(string payload)
    {
        tally.Count("unread");
        log.Add("unread");
        if (Unread.Add(payload))
            limbo.Clear();
    }

    public void NotKeptUnread(string payload) => limbo.Add(
        view => !Unread.Contains(payload) && view.Aside.Any(one => one.Payload is { } bytes && Convert.ToHexString(bytes) == payload), () => KeptUnread(payload));

    /// <summary>What is due by now went into the inbox, all at once.</summary>
    public void Fired(DateTimeOffset now, int count)
    {
        var due = Due(now);
        CheckFailedException.Unless(count == due.Count, $"{count} of {due.Count} reminders fired");
        if (count == 0)
            return;
        limbo.Clear();
        foreach (var (account, reminder) in due)
            Fire(account, reminder);
    }

    public void NotFired(DateTimeOffset now) => limbo.Add(
        view => Due(now) is [var (account, reminder), ..] && view.Waits(Inbound(account, reminder)), () => Fired(now, Due(now).Count));

    /// <summary>The message that the channel is asked to bring: the first to its address that is still to be sent, of those that are urgent or of the others.</summary>
    public Posted Next(Sending sending)
    {
        var post = Post(sending);
        CheckFailedException.Unless(post == Of(sending.To).Posts.Find(other => other.Fate == SendState.Pending && other.Message.IsUrgent == post.Message.IsUrgent), $"message {sending.Number} to {sending.To} goes out of its order");
        return post;
    }

    Posted Post(Sending sending)
    {
        var posts = Of(sending.To).Posts;
        CheckFailedException.Unless(sending.Number <= posts.Count && posts[(int)sending.Number - 1].Message.Text == sending.Message.Text, $"message {sending.Number} to {sending.To} was never decided");
        return posts[(int)sending.Number - 1];
    }

    public void Marked(Sending sending, SendState state)
    {
        limbo.Clear();
        Post(sending).Marked(state);
        tally.Count($"marked {state}");
        log.Add($"marked {sending.To} {sending.Number} {state}");
    }

    public void NotMarked(Sending sending, SendState state) => limbo.Add(
        view => state != SendState.Pending && Post(sending).Fate == SendState.Pending && view.Posts(sending.To)[(int)sending.Number - 1].State == state,
        () => Marked(sending, state));

    /// <summary>The bot died and is up again.</summary>
    public void Restarted(StoreView view)
    {
        limbo.Settle(view);
        foreach (var account in Accounts)
        {
            account.IsHeld = false;
            account.Posts.ForEach(post => post.Forget());
        }
    }

    List<(Account Account, Reminder Reminder)> Due(DateTimeOffset now) => [.. Accounts
        .SelectMany(account => account.Plan.Values.Where(reminder => reminder.DueAt <= now).Select(reminder => (account, reminder)))
        .OrderBy(due => due.reminder.DueAt)];

    void Fire(Account account, Reminder reminder)
    {
        account.Plan.Remove(reminder.Key);
        account.Queue.Add(Inbound(account, reminder));
        tally.Count("fired");
        log.Add($"fired {Said(account.Queue[^1])}");
    }

    // A plan's item has a due time: what has none is no item.
    static Inbound Inbound(Account account, Reminder reminder) => new(account.Address, "", RbcBot.Core.Conversations.Said.Due(reminder.Subject), reminder.DueAt!.Value);

    static void Plan(Account account, Reminder reminder)
    {
        if (reminder.DueAt is null)
            account.Plan.Remove(reminder.Key);
        else
            account.Plan[reminder.Key] = reminder;
    }

    void SetAside(Account account, Inbound inbound, Turn apology, string reason)
    {
        CheckFailedException.Unless(account.Failures.GetValueOrDefault(Account.KeyOf(inbound)) >= 3, $"{Said(inbound)} is set aside before it failed three times");
        CheckFailedException.Unless(apology.Replies.Count > 0 && reason.Length > 0, $"{Said(inbound)} is set aside and its person is not told, or nobody is told why");
        Aside[Account.KeyOf(inbound)] = (inbound, reason);
        tally.Count("set aside");
    }

    public static string Said(Inbound inbound) => inbound.Said.Kind == SaidKind.Due
        ? $"{inbound.From} due {inbound.Said.Words.Split(':')[0]} {inbound.At:O}"
        : $"{inbound.From} {inbound.ExternalId} {inbound.Said.Kind} {inbound.Said.Words[..Math.Min(inbound.Said.Words.Length, 20)]}";
}
