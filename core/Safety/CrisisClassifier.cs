using System.Globalization;

namespace RbcBot.Core.Safety;

/// <summary>A reader that has learned from the labelled phrases: it finds danger in words that nobody thought of. A sum of weights, so that each reading can be explained.</summary>
/// <remarks>Multinomial logistic regression over hashed features. The weights are made by the bench "learn" and lie in crisis-weights.bin: a line of text, then for each of Buckets a signed byte for each of Levels. Deterministic, and linear in the text's length.</remarks>
public sealed class CrisisClassifier
{
    /// <summary>What it tells apart, in the order of the weights.</summary>
    public static readonly IReadOnlyList<SafetyLevel> Levels =
        [SafetyLevel.None, SafetyLevel.Professional, SafetyLevel.Distress, SafetyLevel.Violence, SafetyLevel.Seizure, SafetyLevel.Imminent];

    /// <summary>Places for weights: features share one by chance, and each takes what the others of its place have learned.</summary>
    public const int Buckets = 1 << 19;

    /// <summary>Longest text that is read as one, in words; of longer ones each sentence is, so that one is not lost among many.</summary>
    const int Window = 30;

    /// <summary>Fewer words, such as a place, a name or "back", have little in them: on those it is sure only from SureOfFew on.</summary>
    const int FewWords = 3;

    /// <summary>Of texts of a word or two that were not learned from, half of the lives in danger lie above it, with 1 of 202 lessons and 8 of 181 others.</summary>
    const double SureOfFew = 0.8;

    /// <summary>Fewest letters of a text on which it is sure at all: a letter or two choose an answer, digits are a number or a day.</summary>
    const int LeastLetters = 5;

    const uint HashStart = 2166136261, HashStep = 16777619;

    static readonly Lazy<CrisisClassifier> AsShipped = new(Load);

    readonly sbyte[] weights;
    readonly double[] biases;
    readonly double unit;
    readonly double threshold, answerThreshold;

    /// <summary>Reads what Written wrote.</summary>
    /// <exception cref="FormatException">It is not such a file.</exception>
    public CrisisClassifier(ReadOnlySpan<byte> file)
    {
        var end = file.IndexOf((byte)'\n');
        var head = System.Text.Encoding.ASCII.GetString(file[..Math.Max(0, end)]).Split(' ');
        if (head.Length != Levels.Count + 4 || file.Length - end - 1 != Buckets * Levels.Count)
            throw new FormatException("The weights are not of this program.");
        Version = head[0];
        var numbers = head.Skip(1).Select(each => double.Parse(each, CultureInfo.InvariantCulture)).ToArray();
        (answerThreshold, threshold, unit, biases) = (numbers[0], numbers[1], numbers[2], numbers[3..]);
        weights = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(file[(end + 1)..]).ToArray();
    }

    /// <summary>The one of this programme.</summary>
    public static CrisisClassifier Shipped => AsShipped.Value;

    /// <summary>Number of the weights, raised when they are learned anew.</summary>
    public string Version { get; }

    /// <summary>The likeliest level, with how likely it is that there is danger at all; of a long text, where it is likeliest.</summary>
    /// <param name="isAnswer">Whether an open question asked for it: then it speaks of danger more often without any.</param>
    public CrisisChance Read(string text, bool isAnswer)
    {
        var least = isAnswer ? answerThreshold : threshold;
        List<int> ends = [];
        var words = CrisisFeatures.Words(text, ends);
        var most = default(CrisisChance);
        foreach (var (from, to) in words.Count <= Window ? [(0, words.Count)] : Pieces(ends))
            if (Chance(words, from, to, least) is var chance && (chance.IsSure, chance.Danger).CompareTo((most.IsSure, most.Danger)) > 0)
                most = chance;
        return most;
    }

    // Sentences, and of sentences without an end what overlaps by half.
    static IEnumerable<(int From, int To)> Pieces(List<int> ends)
    {
        var begin = 0;
        foreach (var end in ends.Where(end => end > 0))
        {
            for (var from = begin; from < end && (from == begin || from + Window / 2 < end); from += Window / 2)
                yield return (from, Math.Min(end, from + Window));
            begin = end;
        }
    }

    CrisisChance Chance(List<string> words, int from, int to, double least)
    {
        var sums = new double[Levels.Count];
        var square = 0.0;
        CrisisFeatures.Visit(words, from, to, (kind, one, other, weight) =>
        {
            square += weight * weight;
            var its = weights.AsSpan(Bucket(kind, one, other) * sums.Length, sums.Length);
            for (var level = 0; level < its.Length; level++)
                sums[level] += its[level] * weight;
        });
        var norm = square > 0 ? unit / Math.Sqrt(square) : 0;
        for (var level = 0; level < sums.Length; level++)
            sums[level] = biases[level] + sums[level] * norm;
        var chances = Chances(sums);
        var danger = 1 - chances[0];
        return new(danger, Letters(words, from, to) >= LeastLetters && danger > (to - from < FewWords ? SureOfFew : least), Levels[1 + Array.IndexOf(chances[1..], chances[1..].Max())]);
    }

    static int Letters(List<string> words, int from, int to)
    {
        var letters = 0;
        for (var at = from; at < to; at++)
            letters += words[at].Count(char.IsLetter);
        return letters;
    }

    /// <summary>How likely each level is, by its sum (softmax).</summary>
    public static double[] Chances(double[] sums)
    {
        var most = sums.Max();
        double[] powers = [.. sums.Select(sum => Math.Exp(sum - most))];
        var all = powers.Sum();
        return [.. powers.Select(power => power / all)];
    }

    /// <summary>The place of a feature's weights: FNV-1a of its name.</summary>
    public static int Bucket(char kind, ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var hash = (HashStart ^ kind) * HashStep;
        foreach (var letter in one)
            hash = (hash ^ letter) * HashStep;
        hash = (hash ^ ' ') * HashStep;
        foreach (var letter in other)
            hash = (hash ^ letter) * HashStep;
        return (int)((hash ^ (hash >> 16)) % Buckets);
    }

    /// <summary>The file of weights.</summary>
    /// <param name="answerThreshold">From how likely a danger on it is one, in what an open question asked for.</param>
    /// <param name="threshold">The same in all else.</param>
    /// <param name="weights">Of each bucket, one for each level.</param>
    public static byte[] Written(string version, double answerThreshold, double threshold, double[] biases, double[] weights)
    {
        var unit = weights.Max(Math.Abs) / sbyte.MaxValue;
        var head = string.Create(CultureInfo.InvariantCulture, $"{version} {answerThreshold:0.000} {threshold:0.000} {unit:0.00000} {string.Join(' ', biases.Select(bias => bias.ToString("0.000", CultureInfo.InvariantCulture)))}\n");
        return [.. System.Text.Encoding.ASCII.GetBytes(head), .. weights.Select(weight => unchecked((byte)(sbyte)Math.Round(weight / unit)))];
    }

    static CrisisClassifier Load()
    {
        using var stream = typeof(CrisisClassifier).Assembly.GetManifestResourceStream("Safety/crisis-weights.bin")
            ?? throw new InvalidOperationException("The weights are not in the assembly.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new(file);
    }
}

/// <summary>What was learned says of a text.</summary>
/// <param name="Danger">0 to 1: how likely it speaks of any danger.</param>
/// <param name="IsSure">Whether that is likely enough to show whom to call.</param>
/// <param name="Level">Of which it speaks, if of any.</param>
public readonly record struct CrisisChance(double Danger, bool IsSure, SafetyLevel Level);
