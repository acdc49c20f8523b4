using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

/// <summary>An interview that an independent engine recorded, played step by step against ours.</summary>
sealed class ScriptedRun(Form form, JsonElement script)
{
    static readonly DateTimeOffset clock = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    readonly List<string> misses = [];

    // Rows that the recording left without an answer that holds, and went on.
    readonly HashSet<string> left = [];
    FormRun run = FormRun.Of(form, [], new(clock, clock, KigaliTime.Zone) { Language = script.GetProperty("language").GetString()! });

    public static string Vectors([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "vectors");

    public static Form Read(string path)
    {
        var (form, findings) = FormReading.Of(File.ReadAllBytes(path), Path.GetFileName(path));
        return form ?? throw new InvalidOperationException(string.Join('\n', findings));
    }

    /// <summary>All differences over all runs of a file; empty when every run goes as recorded.</summary>
    public static IReadOnlyList<string> Misses(Form form, string runs)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(runs));
        return [.. file.RootElement.GetProperty("runs").EnumerateArray().SelectMany(script => new ScriptedRun(form, script).Play())];
    }

    List<string> Play()
    {
        foreach (var scripted in script.GetProperty("events").EnumerateArray().TakeWhile(_ => misses.Count == 0))
        {
            Play(scripted);
        }
        if (misses.Count == 0)
        {
            Same("the end", "", Next()?.Path ?? "");
            CompareValues();
        }
        return misses;
    }

    void Play(JsonElement scripted)
    {
        var path = scripted.GetProperty("path").GetString()!;
        if (Next() is not { } step || step.Path != path)
        {
            misses.Add($"seed {script.GetProperty("seed")}: next should be {path}, is {Next()?.Path}");
            return;
        }
        CompareStep(scripted, step);
        if (scripted.GetProperty("kind").GetString() == "note")
        {
            run = run.Try(path, "").Run ?? run;
        }
        else
        {
            foreach (var attempt in scripted.GetProperty("attempts").EnumerateArray())
            {
                Attempt(path, attempt);
            }
            if (scripted.TryGetProperty("unresolved", out _))
            {
                left.Add(path);
            }
        }
    }

    FormStep? Next()
    {
        var next = run.Next;
        while (next is not null && left.Contains(next.Path))
        {
            next = run.Following(next.Path);
        }
        return next;
    }

    void CompareStep(JsonElement scripted, FormStep step)
    {
        var (path, language) = (step.Question.Path, script.GetProperty("language").GetString()!);
        if (scripted.TryGetProperty("label", out var label))
        {
            Same(path, label.GetString()!, step.Label(language));
        }
        CompareHash(path, scripted, "label_sha", step.Label(language));
        CompareHash(path, scripted, "hint_sha", step.Hint(language));
        Same(path + " required", scripted.TryGetProperty("required", out _).ToString(), step.Required.ToString());
        if (scripted.TryGetProperty("options", out var options))
        {
            Same(path, string.Join('|', options.EnumerateArray().Select(Option)),
                string.Join('|', step.Options.Select(option => options[0].ValueKind == JsonValueKind.Array ? $"{option.Name}={option.Label(form.Code(language))}" : option.Name)));
        }
    }

    void CompareHash(string path, JsonElement scripted, string name, string text)
    {
        if (scripted.TryGetProperty(name, out var hash))
        {
            Same($"{path} {name}", hash.GetString()!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
        }
    }

    void Attempt(string path, JsonElement scripted)
    {
        var attempt = run.Try(path, scripted.GetProperty("in").GetString() ?? "");
        var wanted = scripted.GetProperty("ok").GetBoolean() ? "" : scripted.GetProperty("why").GetString()!;
        Same($"{path} {scripted}", wanted, attempt.Refused?.ToString().ToLowerInvariant() ?? "");
        if (scripted.TryGetProperty("msg", out var message) && message.GetString() is { Length: > 1 } text)
        {
            Same(path, text, attempt.Messages.GetValueOrDefault(form.Code(script.GetProperty("language").GetString()!)) ?? attempt.Messages.Values.FirstOrDefault(""));
        }
        run = attempt.Run ?? run;
    }

    void CompareValues()
    {
        var wanted = script.GetProperty("values").EnumerateObject()
            .Where(value => !value.Name.Contains("/meta/", StringComparison.Ordinal) && !value.Name.EndsWith("_count", StringComparison.Ordinal))
            .ToDictionary(value => value.Name, value => value.Value.GetString()!);
        var got = run.Submission.ToDictionary(answer => answer.Path, answer => answer.Value);
        Same("values", string.Join(' ', wanted.Keys), string.Join(' ', got.Keys));
        foreach (var (path, value) in wanted.Where(value => value.Value != "*"))
        {
            Same(path, value, got.GetValueOrDefault(path, ""));
        }
    }

    void Same(string what, string wanted, string got)
    {
        var numbers = double.TryParse(wanted, CultureInfo.InvariantCulture, out var first) & double.TryParse(got, CultureInfo.InvariantCulture, out var second);
        if (wanted != got && !(numbers && first.Equals(second)))
        {
            misses.Add($"seed {script.GetProperty("seed")}: {what}: wanted {wanted}, got {got}");
        }
    }

    static string Option(JsonElement option) => option.ValueKind == JsonValueKind.Array ? $"{option[0].GetString()}={option[1].GetString()}" : option.GetString()!;
}
