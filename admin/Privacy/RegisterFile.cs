using System.Text;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Privacy;

/// <summary>The register of processing as a file, as an authority asks for it.</summary>
static class RegisterFile
{
    static readonly string[] Settings = ["controller", "processors", "representative", "contact", "certificate", "hosting"];

    public static byte[] Of(PrivacySettings settings, RetentionRules rules, Residency residency, Language language)
    {
        using var file = new MemoryStream();
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" })
        {
            foreach (var (name, value) in Settings.Zip([settings.ControllerName, settings.Processors, settings.Representative, settings.Contact, settings.Certificate, Hosting(residency)]))
                Write(writer, [Text.Of(language, $"console.privacy.{name}"), value]);
            Write(writer, [Text.Of(language, "console.privacy.transfers"), Text.Of(language, "privacy.transfers")]);
            Write(writer, [Text.Of(language, "console.privacy.measures"), Text.Of(language, "privacy.measures")]);
            Write(writer, ["entry", "personal", "uses", "ground", "keeping", "recipients", "stored"]);
            foreach (var entry in ProcessingRegister.Entries)
                Write(writer, Cells(entry, rules, language));
        }
        return file.ToArray();
    }

    static string[] Cells(RegisterEntry entry, RetentionRules rules, Language language) =>
    [
        RegisterWords.What(language, entry), entry.IsPersonal ? "1" : "0", RegisterWords.Uses(language, entry), RegisterWords.Ground(language, entry),
        RegisterWords.Keeping(language, entry, rules), RegisterWords.Recipients(language, entry), string.Join(' ', entry.Stored),
    ];

    static string Hosting(Residency residency) => $"{residency.Country} {residency.Authorisation}".Trim();

    static void Write(StreamWriter writer, IEnumerable<string> cells) => CsvLine.Write(writer, cells.Select(Harmless.Of));
}
