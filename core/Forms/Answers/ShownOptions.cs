using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>The options in the order shown, and how a person may point at one of them.</summary>
sealed partial class ShownOptions
{
    /// <summary>Letters of a label's beginning that are enough, if they fit one option only.</summary>
    const int ShortestPrefix = 3;

    readonly List<Option> options;
    readonly Lazy<ChoiceIndex> index;

    public ShownOptions(IReadOnlyList<Choice> shown, Language language)
    {
        options = [.. shown.Select((choice, index) => Option.Of(choice, index + 1, Languages.Code(language)))];
        index = new(() => new ChoiceIndex(shown, language));
    }

    public int Count => options.Count;

    /// <summary>All writings by which options go, bare and folded.</summary>
    public IEnumerable<string> Writings => options.SelectMany(option => option.All);

    /// <summary>What a bare, folded writing points at: the surest way of pointing decides.</summary>
    public Pick Find(string bare)
    {
        if (bare == "")
            return Pick.Nothing;
        var pick = Direct(bare);
        var rest = LeadIn().Match(bare).Groups["rest"].Value;
        return pick != Pick.Nothing || rest == "" ? pick : Direct(Folding.Bare(rest));
    }

    /// <summary>The same when a search must help, because of a slip, a short form or another order of words.</summary>
    public Pick Search(string bare) =>
        bare.Count(char.IsLetter) > ShortestPrefix && UnderstandChoice.Taken(index.Value.Find(bare), bare) is { } choice ? new Pick(choice.Name, true, false) : Pick.Nothing;

    /// <summary>The options whose name or label begins with one of the words.</summary>
    public Pick Named(Func<string, bool> isWord) => One(options.Where(option => option.All.Any(isWord)));

    Pick Direct(string bare)
    {
        IEnumerable<Func<string, Pick>> ways = [Number, Label, Letter, YesOrNo, NumberAndLabel, Prefix, Loosely, NumberInWords];
        return ways.Select(way => way(bare)).FirstOrDefault(pick => pick != Pick.Nothing);
    }

    // A label that is itself a number wins over the count, but is said back; a name that is a number comes after the count.
    Pick Number(string bare)
    {
        if (!bare.All(char.IsAsciiDigit) || bare.Length > 9)
            return Pick.Nothing;
        var labelled = One(options.Where(option => option.Labels.Contains(bare)));
        var counted = One(options.Where(option => option.Number == int.Parse(bare, CultureInfo.InvariantCulture)));
        if (labelled.Name is not null)
            return labelled with { Echo = labelled.Name != counted.Name };
        return counted != Pick.Nothing ? counted : One(options.Where(option => option.Name == bare), echo: true);
    }

    Pick Label(string bare)
    {
        var own = One(options.Where(option => option.Own == bare));
        return own.Name is not null ? own : One(options.Where(option => option.All.Contains(bare)));
    }

    Pick Letter(string bare) =>
        bare.Length == 1 && bare[0] is >= 'a' and <= 'z'
            ? One(options.Where(option => option.Labels.Any(label => label.Length > 1 && label[0] == bare[0] && LetterMark().IsMatch(label))))
            : Pick.Nothing;

    Pick YesOrNo(string bare)
    {
        bool Says(Option option, Func<string, bool> names) => option.All.Any(names);
        bool Begins(Option option, Func<string, bool> names) => option.All.Any(writing => names(writing.Split(' ', ',')[0]));
        if (!options.Exists(option => Begins(option, YesNoWords.NamesYes)) || !options.Exists(option => Begins(option, YesNoWords.NamesNo)))
            return Pick.Nothing;
        Func<string, bool>? asked = YesNoWords.IsYes(bare) ? YesNoWords.NamesYes : YesNoWords.IsNo(bare) ? YesNoWords.NamesNo : null;
        if (asked is null)
            return Pick.Nothing;
        var whole = One(options.Where(option => Says(option, asked)));
        return whole != Pick.Nothing ? whole : One(options.Where(option => Begins(option, asked)));
    }

    // "2. Huye", copied as shown.
    Pick NumberAndLabel(string bare)
    {
        var match = Numbered().Match(bare);
        if (!match.Success || !int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number))
            return Pick.Nothing;
        var counted = options.Find(option => option.Number == number);
        var rest = Folding.Bare(match.Groups["rest"].Value);
        var named = Label(rest) is { Name: not null } exact ? exact : Prefix(rest);
        if (counted is null || named == Pick.Nothing)
            return Pick.Nothing;
        return counted.Name == named.Name ? named : new Pick(null, false, true);
    }

    Pick Prefix(string bare)
    {
        var isRange = bare.Length >= ShortestPrefix && char.IsAsciiDigit(bare[0]) && !bare.All(char.IsAsciiDigit);
        if (!isRange && bare.Count(char.IsLetter) < ShortestPrefix)
            return Pick.Nothing;
        var own = One(options.Where(option => Begins(option.Own, bare)));
        return own.Name is not null ? own : One(options.Where(option => option.Labels.Any(label => Begins(label, bare))));
    }

    // "1-2" begins "1-2 years" but not "1-20 years".
    static bool Begins(string label, string start) =>
        label.StartsWith(start, StringComparison.Ordinal)
        && !(label.Length > start.Length && char.IsAsciiDigit(start[^1]) && char.IsAsciiDigit(label[start.Length]));

    Pick Loosely(string bare)
    {
        var loose = Folding.Loose(bare);
        return loose.Length > ShortestPrefix ? One(options.Where(option => option.Loose.Contains(loose)), echo: true) : Pick.Nothing;
    }

    Pick NumberInWords(string bare) =>
        NumberWords.Value(bare) is { } number ? One(options.Where(option => option.Number == number), echo: true) : Pick.Nothing;

    static Pick One(IEnumerable<Option> fitting, bool echo = false)
    {
        var names = fitting.Select(option => option.Name).Distinct().Take(2).ToList();
        return names.Count switch { 0 => Pick.Nothing, 1 => new Pick(names[0], echo, false), _ => new Pick(null, false, true) };
    }

    [GeneratedRegex(@"^(?:(?:igisubizo(?: cyanjye)?(?: ni)?|(?:the |my )?answer(?: is)?|(?:la |ma )?reponse(?: est)?|ni|c'est|it is|it's|option|choice|choix|nimero|numero|number|no|n°|i choose|je choisis|mpisemo|nhisemo|hitamo)(?:[ :.]+|(?=\d)))+(?<rest>.+)$")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^[a-z](?:[.):]| -) ?\S")]
    private static partial Regex LetterMark();

    [GeneratedRegex(@"^(?<number>\d{1,3}) ?[.):\- ] ?(?<rest>\D.*)$")]
    private static partial Regex Numbered();

    /// <summary>One option with the writings by which it goes, bare and folded.</summary>
    sealed record Option(string Name, int Number, string Own, IReadOnlyList<string> Labels, IReadOnlyList<string> All, IReadOnlyList<string> Loose)
    {
        public static Option Of(Choice choice, int number, string language)
        {
            var folded = choice.Labels.Values.Distinct().Select(Folding.Bare).Where(label => label != "").Distinct().ToList();
            List<string> written = [.. folded, .. folded.SelectMany(Inclusive.Writings)];
            var unmarked = written.Where(label => LetterMark().IsMatch(label)).Select(label => Folding.Bare(label[1..]));
            List<string> labels = [.. written.Concat(unmarked).Distinct()];
            List<string> all = [.. labels.Append(Folding.Bare(choice.Name)).Distinct()];
            return new Option(choice.Name, number, Folding.Bare(choice.Label(language)), labels, all, [.. labels.Select(Folding.Loose)]);
        }
    }
}
