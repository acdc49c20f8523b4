using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rounds;

/// <summary>The files that people sent as answers, for who is signed in.</summary>
static class FilePages
{
    public static void MapFiles(IEndpointRouteBuilder console) => console.MapGet("/files/{name}", Show);

    public static string Link(string name) => "/console/files/" + Uri.EscapeDataString(name);

    // To be saved, of the type that its bytes tell: nothing in it runs here. A page of ours shows pictures and sounds all the same.
    static IResult Show(string name, IMedia media) => media.Open(name) is { } file
        ? Results.Stream(file.Content, file.Type, name, enableRangeProcessing: true)
        : Pages.Problem("404.7", "console.problem.media", ("name", name));
}
