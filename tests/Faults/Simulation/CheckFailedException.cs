namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The checker found what must not be.</summary>
sealed class CheckFailedException(string message) : Exception(message)
{
    public static void Unless(bool isRight, string otherwise)
    {
        if (!isRight)
            throw new CheckFailedException(otherwise);
    }
}
