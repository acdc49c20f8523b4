using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>The words by which people name one of several questions: words of its label or name that no other has.</summary>
sealed partial class StepLabels
{
    /// <summary>Letters of a word's beginning that are enough, as in mother and mothers.</summary>
    const int ShortestBeginning = 4;

    readonly List<HashSet<string>> own;
    readonly HashSet<string> all;

    public StepLabels(IReadOnlyList<FormStep> steps)
    {
        List<HashSet<string>> words = [.. steps.Select(step => Words(step).ToHashSet())];
        all = [.. words.SelectMany(set => set)];
        own = [.. words.Select(set => set.Where(word => word.Length > 2 && word.All(char.IsAsciiLetter) && words.Count(other => other.Contains(word)) == 1).ToHashSet())];
    }

    /// <summary>Whether the writing has a word of one of the questions.</summary>
    public bool AreIn(string text) => Pieces(text).Exists(piece => Named(piece) >= 0);

    /// <summary>What stands beside each question's words, in the questions' order; none unless each question is named once.</summary>
    public IReadOnlyList<string> Values(string text, bool isLabelFirst)
    {
        var values = new string?[own.Count];
        var pieces = Pieces(text);
        if (!isLabelFirst)
            pieces.Reverse();
        for (var (at, named) = (0, -1); at < pieces.Count; at++)
        {
            var other = Named(pieces[at]);
            if (other >= 0 && other != named && values[other] is not null)
                return [];
            if (other >= 0)
                values[named = other] ??= "";
            else if (all.Contains(Folding.Bare(pieces[at])))
                continue;
            else if (named < 0)
                return [];
            else
                values[named] = isLabelFirst ? $"{values[named]} {pieces[at]}" : $"{pieces[at]} {values[named]}";
        }
        return values.Contains(null) ? [] : [.. values.Select(value => Joining().Replace(value!, "").Trim(' ', ','))]; // none is null
    }

    /// <summary>The values of lines "name: value", in the questions' order; none unless each question has one.</summary>
    public IReadOnlyList<string> Lines(IReadOnlyList<string> lines)
    {
        var values = new string?[own.Count];
        foreach (var line in lines)
        {
            var match = Line().Match(line);
            List<int> named = [.. Pieces(match.Groups["name"].Value).Select(Named).Where(index => index >= 0).Distinct()];
            if (named is not [var one] || values[one] is not null)
                return [];
            values[one] = match.Groups["value"].Value.Trim();
        }
        return values.Contains(null) ? [] : [.. values.OfType<string>()];
    }

    int Named(string piece)
    {
        var word = Folding.Bare(piece);
        var found = own.FindIndex(words => words.Contains(word));
        if (found >= 0 || word.Length < ShortestBeginning)
            return found;
        List<int> begun = [.. Enumerable.Range(0, own.Count).Where(index => own[index].Any(other => other.Length >= ShortestBeginning
            && (other.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(other, StringComparison.Ordinal))))];
        return begun is [var one] ? one : -1;
    }

    static IEnumerable<string> Words(FormStep step) =>
        Languages.All.Select(Languages.Code).Select(step.Label).Append(step.Question.Name.Replace('_', ' '))
            .SelectMany(label => Word().Matches(Folding.Fold(label)).Select(match => match.Value));

    static List<string> Pieces(string text) => [.. Piece().Matches(text).Select(match => match.Value.Trim(','))];

    [GeneratedRegex(@"(?:[^\s;:=]|(?<=\d):(?=\d))+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"[a-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?<name>[^:=]{1,120}?)\s*[:=]\s*(?<value>.+)$", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^ *(?:and|et|na|kandi) | (?:and|et|na|kandi) *$|(?<=\d) *[-–]+ *$|^ *[-–]+ +(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Joining();
}
