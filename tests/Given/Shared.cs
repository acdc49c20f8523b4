using Xunit.Abstractions;

namespace RbcBot.Tests.Given;

/// <summary>The specifications and fixtures of ../shared, which a fresh clone does not have.</summary>
static class Shared
{
    /// <summary>Says plainly what is not checked when ../shared is absent: the test then passes without it.</summary>
    public static bool IsAbsent(ITestOutputHelper output)
    {
        var isAbsent = FakeTelegramSpecification.SharedFolder() is null;
        if (isAbsent)
            output.WriteLine("not checked: ../shared is absent.");
        return isAbsent;
    }
}
