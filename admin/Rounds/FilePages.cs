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

    // Pictures and sounds are shown; a document is saved, so that nothing in it runs here.
    static IResult Show(string name, IMedia media) => media.Open(name) is not { } file
        ? Pages.Problem("404.7", "console.problem.media", ("name", name))
        : file.Type.StartsWith("application/", StringComparison.Ordinal) ? Results.Stream(file.Content, file.Type, name)
        : Results.Stream(file.Content, file.Type, enableRangeProcessing: true);
}
