using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Holds what a store has against what the ledger knows it must have.</summary>
static class StoreCheck
{
    public static void Check(Ledger ledger, StoreView view)
    {
        foreach (var account in ledger.Accounts)
        {
            CheckQueue(account, view);
            CheckPosts(account, view);
            CheckFailedException.Unless(account.Talk is not { } talk || Account.IsSame(talk, view.Talk(talk.Person, account.Address)), $"the talk with {account.Address} is another than its turns made");
        }
        CheckFailedException.Unless(view.Waiting.All(waiting => ledger.Of(waiting.From).Queue.Any(known => Account.IsSame(known, waiting))), "something waits that was never accepted or had its turn");
        CheckFailedException.Unless(StoredFacts.Write([.. view.Facts()]) == StoredFacts.Write([.. ledger.Facts]), "the facts are not those of the turns");
        CheckPlan(ledger, view);
        CheckAside(ledger, view);
    }

    /// <summary>Nothing is left over: all had its turn, all messages came to an end.</summary>
    public static void CheckDrained(Ledger ledger)
    {
        foreach (var account in ledger.Accounts)
        {
            CheckFailedException.Unless(account.Queue.Count == 0, $"{account.Queue.Count} inbounds of {account.Address} never had their turn");
            CheckFailedException.Unless(account.Posts.All(post => post.Fate != SendState.Pending), $"messages to {account.Address} never went");
            CheckFailedException.Unless(account.Posts.All(post => post.Fate != SendState.Sent || post.Arrivals > 0 || account.Address.Channel == SimulatedBot.Web), $"a message to {account.Address} counts as sent and never arrived");
        }
    }

    static void CheckQueue(Account account, StoreView view)
    {
        var waiting = view.Waiting.Where(inbound => inbound.From == account.Address).Select(Account.KeyOf).ToList();
        var known = account.Queue.ConvertAll(Account.KeyOf);
        CheckFailedException.Unless(known.SequenceEqual(waiting), $"of {account.Address} waits [{string.Join(", ", waiting)}] and not [{string.Join(", ", known)}]");
    }

    static void CheckPosts(Account account, StoreView view)
    {
        var posts = view.Posts(account.Address);
        CheckFailedException.Unless(posts.Select(post => post.Number).SequenceEqual(Enumerable.Range(1, account.Posts.Count).Select(number => (long)number)), $"the messages to {account.Address} are not numbered without a gap");
        foreach (var (known, post) in account.Posts.Zip(posts))
        {
            CheckFailedException.Unless(known.Message.Text == post.Message.Text, $"message {post.Number} to {account.Address} is another");
            CheckFailedException.Unless(known.Fate == post.State, $"message {post.Number} to {account.Address} is {post.State} and not {known.Fate}");
        }
    }

    static void CheckPlan(Ledger ledger, StoreView view)
    {
        var planned = ledger.Accounts.SelectMany(account => account.Plan.Values.Select(reminder => ($"{account.Person}/{reminder.Key}", reminder.Subject, reminder.DueAt)));
        var there = view.Reminders().Select(reminder => (reminder.Id, reminder.Subject, (DateTimeOffset?)reminder.Due));
        CheckFailedException.Unless(planned.ToHashSet().SetEquals(there), "the reminders are not those that were set");
    }

    static void CheckAside(Ledger ledger, StoreView view)
    {
        var known = ledger.Aside.Select(one => (one.Key, one.Value.Reason)).ToHashSet();
        var there = view.Aside.Where(one => one.Inbound is not null).Select(one => (Account.KeyOf(one.Inbound!), one.Reason)); // only those that have one
        CheckFailedException.Unless(known.SetEquals(there), "what was set aside is not all there");
        var unread = view.Aside.Where(one => one.Payload is not null && one.Reason.Length > 0).Select(one => Convert.ToHexString(one.Payload!)); // as above
        CheckFailedException.Unless(ledger.Unread.SetEquals(unread), "what could not be read was not kept");
    }
}
