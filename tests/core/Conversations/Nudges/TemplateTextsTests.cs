using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Conversations.Nudges;

/// <summary>What is handed in for approval keeps to what Meta asks of a template.</summary>
public sealed partial class TemplateTextsTests
{
    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory, MemberData(nameof(AllLanguages))]
    public void A_variable_is_neither_first_nor_last_nor_beside_another(Language language) => Assert.All(Templates(language), text =>
    {
        Assert.DoesNotMatch(Edge(), text);
        Assert.DoesNotMatch(Beside(), text);
        Assert.InRange(text.Length, 1, 1024);
    });

    [Theory, MemberData(nameof(AllLanguages))]
    public void Variables_are_numbered_from_one(Language language) => Assert.All(Templates(language), text =>
    {
        var numbers = Variable().Matches(text).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    });

    static List<string> Templates(Language language) =>
        [.. Text.Keys(language).Where(key => key.StartsWith("template.", StringComparison.Ordinal)).Select(key => Text.Of(language, key))];

    [GeneratedRegex(@"^\W*\{\d+\}|\{\d+\}\W*$")]
    private static partial Regex Edge();

    [GeneratedRegex(@"\{\d+\}\W*\{\d+\}")]
    private static partial Regex Beside();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Variable();
}
