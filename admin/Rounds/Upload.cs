using System.Text;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Rounds;

/// <summary>A form file as somebody handed it in, with what should become of it.</summary>
/// <param name="Code">"" takes one made of the form's id.</param>
/// <param name="Kind">Null takes the form's own.</param>
/// <param name="Module">Null takes the form's own.</param>
/// <param name="Moment">Null takes the form's own.</param>
/// <param name="OnlyChecks">Whether only the check was wanted.</param>
/// <param name="Replaces">Whether a round of the same code may move on to this file.</param>
/// <param name="Problem">Text key of what was wrong before reading; null when nothing was.</param>
public sealed record Upload(string FileName, byte[] Bytes, string Code, RoundKind? Kind, string? Module, string? Moment, bool OnlyChecks, bool Replaces, string? Problem)
{
    public static readonly Upload Nothing = new("", [], "", null, null, null, false, false, null);

    /// <summary>Largest file, in bytes (reliability.md section 3, input limits).</summary>
    public const long Largest = 10 * 1024 * 1024;

    /// <summary>When a test can be held; "" in a form's own settings is no moment.</summary>
    public static readonly IReadOnlyList<string> Moments = ["pre", "post", "3m", "6m"];

    const int LongestCode = 64;

    internal static async Task<Upload> ReadAsync(HttpContext http, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var code = form["code"].ToString().Trim();
        var kind = Enum.TryParse<RoundKind>(form["kind"], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : (RoundKind?)null;
        var given = Nothing with
        {
            Code = code,
            Kind = kind,
            Module = form["module"].ToString() is { Length: > 0 } module ? module : null,
            Moment = Moments.FirstOrDefault(moment => moment == form["moment"]),
            OnlyChecks = form["do"] == "check",
            Replaces = form["replace"] == "yes",
        };
        var files = form.Files.GetFiles("file").Where(file => file.Length > 0).ToList();
        if (files.Count == 0)
            return given with { Problem = "console.upload.none" };

        given = given with { FileName = Name(files.MinBy(file => Rank(Name(file)))!) }; // there is one
        if (files.Sum(file => file.Length) > Largest)
            return given with { Problem = "console.upload.large" };
        if (code.Length > 0 && !RoundCode.IsGood(code))
            return given with { Problem = "console.upload.code" };
        return given with { Bytes = FormBundle.Of(await BytesAsync(files, stop)) };
    }

    /// <summary>The form and what comes with it (lists, pictures, sounds), by name; of two of one name the first.</summary>
    static async Task<Dictionary<string, byte[]>> BytesAsync(List<IFormFile> files, CancellationToken stop)
    {
        var bytes = new Dictionary<string, byte[]>();
        foreach (var file in files)
        {
            using var copy = new MemoryStream((int)file.Length);
            await file.CopyToAsync(copy, stop);
            bytes.TryAdd(Name(file), copy.ToArray());
        }
        return bytes;
    }

    static string Name(IFormFile file) => Path.GetFileName(file.FileName.Replace('\\', '/'));

    /// <summary>What is most likely the form comes first.</summary>
    static int Rank(string name) => Path.GetExtension(name).ToLowerInvariant() switch { ".xlsx" or ".xls" => 0, ".md" or ".zip" => 1, ".csv" => 2, _ => 3 };

    /// <summary>A code made of a form's id: letters, digits, - and _ of it; ROUND when nothing is left.</summary>
    internal static string Suggest(string formId)
    {
        var code = new StringBuilder();
        foreach (var letter in Folding.Storable(formId).Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
                code.Append(char.ToUpperInvariant(letter));
        var text = code.ToString().Trim('-', '_');
        return text.Length == 0 ? "ROUND" : text[..Math.Min(text.Length, LongestCode)];
    }
}
