namespace RbcBot.Tests.Faults.Storm;

/// <summary>What a provider does with a request.</summary>
enum Fate { Taken, Error, NoConnection, TooFast, TooFastForAll, Lost, TakenUnanswered }

/// <summary>How a provider is: 5 % errors, some too fast, some without an answer, and now and then away for ten minutes.</summary>
sealed class StormWeather(Random chance)
{
    /// <summary>Whether the provider is away.</summary>
    public bool IsOut { get; set; }

    /// <summary>Whether all is well again.</summary>
    public bool IsOver { get; set; }

    /// <summary>From the request until it is looked at.</summary>
    public TimeSpan Way() => TimeSpan.FromMilliseconds(chance.Next(40, 400));

    public Fate Next() => IsOver ? Fate.Taken
        : IsOut ? chance.Next(10) switch { < 6 => Fate.NoConnection, < 9 => Fate.Error, _ => Fate.Lost }
        : chance.Next(1000) switch
        {
            < 25 => Fate.Error,
            < 50 => Fate.NoConnection,
            < 65 => Fate.TooFast,
            < 67 => Fate.TooFastForAll,
            < 77 => Fate.Lost,
            < 87 => Fate.TakenUnanswered,
            _ => Fate.Taken,
        };
}
