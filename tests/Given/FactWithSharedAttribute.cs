namespace RbcBot.Tests.Given;

/// <summary>A fact that needs the specifications and fixtures of ../shared; without them it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class FactWithSharedAttribute : FactAttribute
{
    public FactWithSharedAttribute()
    {
        if (FakeTelegramSpecification.SharedFolder() is null)
            Skip = "../shared is absent: nothing was held against the official specifications and fixtures.";
    }
}
