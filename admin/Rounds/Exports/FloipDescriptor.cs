using System.Globalization;
using System.Text;
using System.Text.Json;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>The descriptor of a Flow Results data package.</summary>
static class FloipDescriptor
{
    const string Version = "1.0.0-rc1";

    static readonly (string Name, string Title, string Type)[] Fields =
    [
        ("timestamp", "Timestamp", "datetime"), ("row_id", "Row ID", "string"), ("contact_id", "Contact ID", "string"), ("session_id", "Session ID", "string"),
        ("question_id", "Question ID", "string"), ("response", "Response", "any"), ("response_metadata", "Response Metadata", "object"),
    ];

    public static void Write(Utf8JsonWriter writer, ExportPlan plan, FloipQuestions questions)
    {
        var name = Name(plan.Round.Code);
        writer.WriteStartObject();
        writer.WriteString("profile", "flow-results-package");
        writer.WriteString("name", name);
        writer.WriteString("flow_results_specification_version", Version);
        writer.WriteString("created", Moment(plan.Since));
        // Whoever opens a round with another form opens it anew: that is the version of the questions.
        writer.WriteString("modified", Moment(plan.Round.OpenedAt));
        writer.WriteString("id", InstanceId.Uuid("round " + plan.Round.Code.ToUpperInvariant()));
        writer.WriteString("title", CellText.Whole(plan.Forms.Count > 0 ? Labels.Title(plan.Forms[0], plan.Language) : plan.Round.FormId));
        writer.WriteStartArray("resources");
        WriteResource(writer, plan, questions, name);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>ISO 639-3, as the specification wants it; null when it is none of the three.</summary>
    public static string? ThreeLetters(string language) => language switch
    {
        "rw" => "kin",
        "fr" => "fra",
        "en" => "eng",
        _ => null,
    };

    static void WriteResource(Utf8JsonWriter writer, ExportPlan plan, FloipQuestions questions, string name)
    {
        writer.WriteStartObject();
        writer.WriteString("profile", "data-resource");
        writer.WriteString("name", name + "-data");
        writer.WriteString("path", FloipExport.Responses);
        writer.WriteString("access_method", "file");
        writer.WriteString("mediatype", "application/json");
        writer.WriteString("encoding", "utf-8");
        writer.WriteStartObject("schema");
        if (ThreeLetters(plan.Language) is { } language)
            writer.WriteString("language", language);
        WriteFields(writer);
        writer.WriteStartObject("questions");
        foreach (var question in questions.All)
            Write(writer, question, plan.Language);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void WriteFields(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("fields");
        foreach (var (name, title, type) in Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("title", title);
            writer.WriteString("type", type);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    static void Write(Utf8JsonWriter writer, FloipQuestion question, string language)
    {
        writer.WriteStartObject(question.Id);
        writer.WriteString("type", question.Type);
        writer.WriteString("label", CellText.Whole(Labels.In(question.Question.Labels, language, question.Question.Name)));
        writer.WriteStartObject("type_options");
        if (question.Type is "select_one" or "select_many")
        {
            writer.WriteStartArray("choices");
            question.Choices.ForEach(choice => writer.WriteStringValue(CellText.Whole(choice)));
            writer.WriteEndArray();
        }
        if (question.Type == "numeric" && question.Question.Range is { } range)
        {
            writer.WriteStartArray("range");
            writer.WriteNumberValue(range.Start);
            writer.WriteNumberValue(range.End);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static string Moment(DateTimeOffset at) => KigaliTime.Of(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Lower case, letters and digits, . _ and - only.</summary>
    static string Name(string code)
    {
        var name = new StringBuilder(code.Length);
        foreach (var letter in code.ToLowerInvariant())
            name.Append(char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '-');
        return name.ToString();
    }
}
