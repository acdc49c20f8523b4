using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using RbcBot.Core.Forms;

namespace RbcBot.Bot.Commands;

/// <summary>Reads a form and prints what the lint says: exit code 0 when it can be published, 1 when something is refused.</summary>
static class FormCheck
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(string file, bool asJson)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 2;
        }

        var reading = FormReading.Of(FormFiles.Read(file), Path.GetFileName(file));
        Console.WriteLine(asJson ? AsJson(reading) : AsText(reading));
        return reading.Form is null ? 1 : 0;
    }

    /// <summary>The reading for other programs; what could stand in a cell instead is its proposal.</summary>
    public static string AsJson(FormReading reading) => JsonSerializer.Serialize(
        new { ok = reading.Form is not null, id = reading.Form?.Id, version = reading.Form?.Version, findings = reading.Findings }, Json);

    static string AsText(FormReading reading)
    {
        var lines = reading.Findings.Select(Line).ToList();
        lines.Add(reading.Form is { } form
            ? string.Create(CultureInfo.InvariantCulture, $"{form.Id}: {form.Questions.Count(question => question.IsAsked)} questions, version {form.Version[..12]}. It can be published.")
            : "It cannot be published: mend what is refused above.");
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>One finding as a line: severity, place, message, code.</summary>
    public static string Line(Finding finding)
    {
        var place = string.Join(", ", new[]
        {
            finding.Sheet.Length > 0 ? $"sheet {finding.Sheet}" : null,
            finding.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"row {row}") : null,
            finding.Column is { } column ? $"column {column}" : null,
            finding.Position is { } position ? string.Create(CultureInfo.InvariantCulture, $"character {position}") : null,
        }.OfType<string>());
        return $"{(finding.Severity == Severity.Refusal ? "refused" : "warning")}: {(place.Length > 0 ? place + ": " : "")}{finding.Message}{(finding.Proposal is { } proposal ? $" Proposal: {proposal}" : "")} [{finding.Code}]";
    }
}
