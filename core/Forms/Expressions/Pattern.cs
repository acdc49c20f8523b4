using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>An author's pattern, which can run away and must not take the bot along.</summary>
/// <param name="Source">The pattern as the author wrote it.</param>
/// <param name="Regex">The same in .NET's words.</param>
sealed record Pattern(string Source, Regex Regex)
{
    /// <summary>How long a pattern that must be tried out may search before it counts as not matching; enough for a busy machine.</summary>
    static readonly TimeSpan longestTrial = TimeSpan.FromMilliseconds(250);

    /// <summary>The same for a pattern whose search grows with the text only: never reached in earnest.</summary>
    static readonly TimeSpan longestSearch = TimeSpan.FromSeconds(1);

    /// <summary>The most repetitions that a search without trying out can be built for at once.</summary>
    const long MostRepetitions = 1000;

    /// <summary>Throws ArgumentException when it is no pattern.</summary>
    public static Pattern Read(string source)
    {
        var (text, repetitions) = PatternWriter.Write(source);
        try
        {
            if (repetitions <= MostRepetitions)
            {
                return new(source, new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, longestSearch));
            }
        }
        catch (NotSupportedException)
        {
            // It looks around or back, which only trying out can do.
        }
        return new(source, new Regex(text, RegexOptions.CultureInvariant, longestTrial));
    }

    public bool IsIn(string text)
    {
        try
        {
            return Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
