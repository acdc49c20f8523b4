using System.Globalization;
using CsvHelper;
using RbcBot.Core.Safety;

namespace RbcBot.Tests.Core.Safety;

/// <summary>Phrases that were labelled by people who did not see the detector; RBC reviews them.</summary>
/// <param name="Set">What it is for: development, for the lexicon; learning, for the weights only; exam, for neither.</param>
/// <param name="Label">A level, none or lesson; for patients a kind or none.</param>
/// <param name="Review">to-validate until RBC has reviewed it.</param>
/// <param name="Secret">What must be gone afterwards; "" for phrases of danger.</param>
sealed record LabelledPhrase(string Language, string Set, string Label, string Review, string Text, string Secret)
{
    public const string Exam = "exam", Lesson = "lesson";

    public static readonly string[] Languages = ["rw", "fr", "en"];

    static readonly Lazy<string> Folder = new(() => Up(AppContext.BaseDirectory));

    public static IReadOnlyList<LabelledPhrase> OfDanger { get; } = [.. Languages.SelectMany(language => Read(language, "level"))];

    public static IReadOnlyList<LabelledPhrase> OfPatients { get; } = [.. Read("patients", "kind")];

    /// <summary>What it says of danger: None for what only sounds like it.</summary>
    public SafetyLevel Level => Enum.TryParse<SafetyLevel>(Label, ignoreCase: true, out var level) ? level : SafetyLevel.None;

    public bool IsDanger => Level != SafetyLevel.None;

    static IEnumerable<LabelledPhrase> Read(string file, string label)
    {
        using var reader = new CsvReader(File.OpenText(Path.Combine(Folder.Value, "tests", "core", "Safety", "Phrases", file + ".csv")), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
            yield return new(
                file, reader.GetField("set") ?? "", reader.GetField(label) ?? "", reader.GetField("review") ?? "", reader.GetField("text") ?? "",
                reader.TryGetField<string>("secret", out var secret) ? secret ?? "" : "");
    }

    static string Up(string folder) => File.Exists(Path.Combine(folder, "RbcBot.sln")) ? folder
        : Up(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("RbcBot.sln is above no folder of ours."));
}
