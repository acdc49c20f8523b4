using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>One message with the answers to several steps: one a line, by the questions' words, or one after another.</summary>
sealed partial class SharedMessage(IReadOnlyList<FormStep> steps, Language language, DateOnly today)
{
    /// <summary>Most pieces of a line that are parted in all ways.</summary>
    const int MostPieces = 12;

    bool HasText => steps.Any(step => step.Question.Type == QuestionType.Text);

    /// <summary>A reading for each step, in its order; null when the pieces cannot be told apart for sure.</summary>
    public IReadOnlyList<Understanding>? Read(string text)
    {
        var labels = new StepLabels(steps);
        string[] lines = [.. text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (HasText ? labels.Lines(lines) is { } byLine && byLine.Count > 0 : labels.AreIn(text))
            return HasText ? InOrder(labels.Lines(lines)) : Labelled(labels, text);
        if (lines.Length > 1)
            return lines.Length == steps.Count ? Each(Unnumbered(lines)) : null;
        return lines.Length == 1 ? Line(lines[0]) : null;
    }

    IReadOnlyList<Understanding>? InOrder(IReadOnlyList<string> parts) => parts.Count == steps.Count ? Each(parts) : null;

    IReadOnlyList<Understanding>? Labelled(StepLabels labels, string text)
    {
        var before = InOrder(labels.Values(text, isLabelFirst: true));
        var after = InOrder(labels.Values(text, isLabelFirst: false));
        return (IsRead(before), IsRead(after)) switch
        {
            (true, false) => before,
            (false, true) => after,
            (false, false) => before ?? after,
            _ => null,
        };
    }

    // A single number or date that has room for two answers in it is not taken apart.
    IReadOnlyList<Understanding>? Line(string line)
    {
        string[] byComma = [.. line.Split(',', StringSplitOptions.TrimEntries)];
        if (HasText)
            return byComma.Length == steps.Count ? Each(byComma) : null;
        if (steps.Any(step => Understood(step, line).Value is not null))
            return null;
        var readings = Cuts(line).Select(Each).Where(IsRead).DistinctBy(reading => string.Join('\n', reading.Select(answer => answer.Value))).Take(2).ToList();
        return readings.Count == 1 ? readings[0]
            : readings.Count == 0 && byComma.Length == steps.Count && !byComma.Contains("") ? Each(byComma)
            : null;
    }

    /// <summary>All ways to part a line into as many pieces as there are steps.</summary>
    IEnumerable<IReadOnlyList<string>> Cuts(string line)
    {
        List<Match> pieces = [.. Piece().Matches(line).Cast<Match>()];
        return pieces.Count > MostPieces ? [] : Cuts(line, pieces, 0, steps.Count);
    }

    static IEnumerable<IReadOnlyList<string>> Cuts(string line, List<Match> pieces, int from, int count)
    {
        if (pieces.Count - from < count)
            yield break;
        if (count == 1)
            yield return [Between(line, pieces[from], pieces[^1])];
        else
            for (var last = from; last < pieces.Count - 1; last++)
                foreach (var rest in Cuts(line, pieces, last + 1, count - 1))
                    yield return [Between(line, pieces[from], pieces[last]), .. rest];
    }

    static string Between(string line, Match first, Match last) => Joining().Replace(line[first.Index..(last.Index + last.Length)], "");

    IReadOnlyList<Understanding> Each(IReadOnlyList<string> parts) => [.. parts.Zip(steps, (part, step) => Understood(step, part))];

    Understanding Understood(FormStep step, string part) => Understand.Answer(step, part, language, today);

    static bool IsRead(IReadOnlyList<Understanding>? readings) => readings is not null && readings.All(reading => reading.Value is not null);

    // "1) 12" and "2) 5" when every line is numbered so.
    static IReadOnlyList<string> Unnumbered(string[] lines) =>
        lines.Index().All(line => Number().Match(line.Item) is { Success: true } match && match.Groups["number"].Value == $"{line.Index + 1}")
            ? [.. lines.Select(line => Number().Replace(line, ""))]
            : lines;

    [GeneratedRegex(@"[^\s,]+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"^(?:(?:and|et|na|kandi) |n['’])", RegexOptions.IgnoreCase)]
    private static partial Regex Joining();

    [GeneratedRegex(@"^\(?(?<number>[1-9])(?:[).]|\s-)\s+")]
    private static partial Regex Number();
}
