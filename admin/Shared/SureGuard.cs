using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Shared;

/// <summary>Lets an act that destroys or cannot be taken back through only when who does it said so on a page of its own; what she had filled in goes along.</summary>
/// <param name="act">Ends the text key console.sure.…, which says what will happen.</param>
/// <param name="up">How many parts of the address the page lies above the act that one goes back to.</param>
/// <remarks>Put it before ProofGuard: first what she does, then who she is.</remarks>
sealed class SureGuard(string act, int up = 1) : IEndpointFilter
{
    /// <summary>The field by which the page says yes.</summary>
    public const string Field = "sure";

    const string Asked = "rbc-sure";

    /// <summary>Whether the answer only asks: nothing was done.</summary>
    public static bool Asks(HttpContext http) => http.Items.ContainsKey(Asked);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (form.ContainsKey(Field))
            return await next(context);
        http.Items[Asked] = true;
        List<KeyValuePair<string, string>> held =
            [.. form.Where(field => field.Key != "__RequestVerificationToken").SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        return Pages.Show<SurePage>(new SureQuestion(act, http.Request.Path, Above(http.Request.Path), held));
    }

    string Above(string path) => string.Join('/', path.Split('/').SkipLast(up));
}

/// <summary>What the page shows that asks whether she is sure.</summary>
/// <param name="Act">Ends the text key console.sure.….</param>
/// <param name="Action">Where yes is posted: to the act itself.</param>
/// <param name="Back">Where no leads.</param>
/// <param name="Held">What was filled in.</param>
public sealed record SureQuestion(string Act, string Action, string Back, IReadOnlyList<KeyValuePair<string, string>> Held);
