using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Given;

/// <summary>Catalogues of the content that ships with the product.</summary>
static class Shipped
{
    static readonly DateTimeOffset Opened = new(2026, 1, 1, 7, 0, 0, TimeSpan.Zero);

    /// <summary>A form of content/forms.</summary>
    public static Form Form(string name) =>
        FormReading.Of(File(name), name).Form ?? throw new InvalidOperationException($"{name} is refused.");

    /// <summary>The bytes of a form of content/forms.</summary>
    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(House.Root, "content", "forms", name));

    public static Library Library { get; } = LibraryReading.Of(
        Directory.EnumerateFiles(Path.Combine(House.Root, "content"), "*.xlsx", SearchOption.AllDirectories)
            .Where(file => !file.Contains("forms", StringComparison.Ordinal)).Select(file => (Path.GetFileName(file), System.IO.File.ReadAllBytes(file))));

    /// <summary>A catalogue with one form of content/forms opened under a code.</summary>
    public static Catalogue Catalogue(string form, string code, RoundKind kind, string moment = "") => Of(Form(form), code, kind, moment);

    public static Catalogue Of(Form form, string code, RoundKind kind, string moment = "") => new(
        [new Round(code, kind, form.Id, form.Version, "epilepsy", moment, true, Opened)],
        new Dictionary<string, Form> { [form.Version] = form },
        Library);
}
