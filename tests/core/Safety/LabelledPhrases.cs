using System.Globalization;
using CsvHelper;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Core.Safety;

/// <summary>Phrases that were labelled before any detector was written; RBC reviews them.</summary>
/// <param name="Set">development, which the lexicon was made with; held-out, which it was not.</param>
/// <param name="Label">A level, none or lesson; for patients a kind or none.</param>
/// <param name="Secret">What must be gone afterwards; "" for phrases of danger.</param>
sealed record LabelledPhrase(string Language, string Set, string Label, string Text, string Secret)
{
    public static readonly string[] Languages = ["rw", "fr", "en"];

    public static IReadOnlyList<LabelledPhrase> OfDanger { get; } = [.. Languages.SelectMany(language => Read(language, "level"))];

    public static IReadOnlyList<LabelledPhrase> OfPatients { get; } = [.. Read("patients", "kind")];

    static IEnumerable<LabelledPhrase> Read(string file, string label)
    {
        using var reader = new CsvReader(File.OpenText(Path.Combine(House.Root, "tests", "core", "Safety", "Phrases", file + ".csv")), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        while (reader.Read())
        {
            Assert.Equal("to-validate", reader.GetField("review"));
            yield return new(file, reader.GetField("set") ?? "", reader.GetField(label) ?? "", reader.GetField("text") ?? "", reader.TryGetField<string>("secret", out var secret) ? secret ?? "" : "");
        }
    }
}
