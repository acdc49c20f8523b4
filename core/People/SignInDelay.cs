namespace RbcBot.Core.People;

/// <summary>How long an account waits after attempts that failed: longer each time, never for good, so that nobody can lock another out.</summary>
public static class SignInDelay
{
    /// <summary>Attempts that cost no waiting: people mistype.</summary>
    public const int Free = 5;

    /// <summary>Longest wait. 96 guesses a day at most, against a password that is on no list.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The account when an attempt begins: it counts before it is looked at, so that many at once are not more than one after another.</summary>
    public static Account Counted(Account account, DateTimeOffset now)
    {
        var attempts = account.Attempts + 1;
        return account with { Attempts = attempts, WaitUntil = attempts <= Free ? null : now + After(attempts) };
    }

    /// <summary>The account when the password was right: the second factor can be tried at once, and still counts on.</summary>
    public static Account Halfway(Account account) => account with { WaitUntil = null };

    /// <summary>The account when somebody came in.</summary>
    public static Account Passed(Account account) => account with { Attempts = 0, WaitUntil = null };

    static TimeSpan After(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(attempts - Free, 30))));
}
