namespace RbcBot.Core.Safety;

/// <summary>A text without what tells who a patient is.</summary>
/// <param name="Text">As it may be kept: what was found is masked.</param>
/// <param name="Found">What was found, each once; empty when the text is as it came.</param>
public sealed record PatientReading(string Text, IReadOnlyList<PatientMark> Found)
{
    /// <summary>What stands for what was taken out.</summary>
    public const string Mask = "[•••]";

    /// <summary>Reads a text for identifying marks. Linear in its length.</summary>
    public static PatientReading Of(string text)
    {
        var spans = PatientNumbers.In(text).Concat(PatientNames.In(text)).OrderBy(span => span.Start).ToList();
        return spans.Count == 0 ? new(text, []) : new(Masked(text, spans), [.. spans.Select(span => span.What).Distinct().Order()]);
    }

    static string Masked(string text, List<PatientSpan> spans)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var span in spans.Where(span => span.End > span.Start))
        {
            if (span.Start >= at)
                kept.Append(text, at, span.Start - at).Append(Mask);
            at = Math.Max(at, span.End);
        }
        return kept.Append(text, at, text.Length - at).ToString();
    }
}

/// <summary>What identifies a patient.</summary>
public enum PatientMark
{
    /// <summary>A national id of sixteen digits.</summary>
    Id,
    Phone,
    Name,
    BirthDate,
}
