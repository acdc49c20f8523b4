using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms;

/// <summary>A compiled XLSForm: immutable, its version being the hash of its content.</summary>
public sealed class Form
{
    /// <summary>form_id of the settings sheet, else the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>form_title by language code; the id when there is none.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Lower-case hex SHA-256 over the sheets' cells in canonical form: the same questions give the same version.</summary>
    public required string Version { get; init; }

    /// <summary>Language codes in the sheet's order, the default first; [""] when the sheet names none.</summary>
    public required IReadOnlyList<string> LanguageCodes { get; init; }

    /// <summary>Every row that holds a value or says something, in the sheet's order.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Groups and repeats, in the sheet's order.</summary>
    public IReadOnlyList<FormGroup> Groups { get; init; } = [];

    /// <summary>The files that came with the form (lists, pictures, sounds), by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Attachments { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The name that all paths begin with, most often data.</summary>
    public string Root => Plan.Root;

    /// <summary>The settings row by column, lower-case; chat::… keys keep their prefix.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The survey sheet's filled cells by row and column, as versions are compared by them; a form made by hand has none.</summary>
    internal IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> Cells { get; init; } = new Dictionary<int, IReadOnlyDictionary<string, string>>();

    /// <summary>What runs need; a form made by hand has none and asks nothing.</summary>
    internal FormPlan Plan { get; init; } = FormPlan.Empty;

    /// <summary>The question of the name (first in order) or path, instances of repeats told apart or not; null when there is none.</summary>
    public Question? Find(string nameOrPath)
    {
        var path = InstancePath.Plain(nameOrPath);
        return Questions.FirstOrDefault(question => question.Path == path) ?? Questions.FirstOrDefault(question => question.Name == path);
    }

    /// <summary>The code of a language that is named by its column, such as fr for Français (fr); a code stays itself.</summary>
    public string Code(string nameOrCode) => Plan.Languages.Code(nameOrCode);
}
