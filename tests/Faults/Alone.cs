namespace RbcBot.Tests.Faults;

/// <summary>Tests that measure time: they run after all others, so that they measure the bot and not the tests beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    internal const string Name = "alone";
}
