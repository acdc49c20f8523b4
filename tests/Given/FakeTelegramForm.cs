using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RbcBot.Tests.Given;

/// <summary>A request to the fake Telegram that carries a file: its fields as JSON, the file by its name and size.</summary>
static class FakeTelegramForm
{
    public static JsonObject Body(IFormCollection form)
    {
        var body = new JsonObject();
        foreach (var (name, value) in form)
            body[name] = long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : value.ToString();
        // A part that a field points at by attach:// is the file itself, no field of its own.
        foreach (var file in form.Files)
            if (!body.ContainsKey(file.Name) && !form.Any(field => field.Value.Contains($"attach://{file.Name}")))
                body[file.Name] = $"attach://{file.FileName}";
        return body;
    }
}
