using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;

namespace RbcBot.Admin.Rounds;

/// <summary>The files that people sent as answers, for who is signed in.</summary>
static class FilePages
{
    /// <summary>A file has one name for each person who sent it: two may be joined later.</summary>
    const int MostSenders = 10;

    public static void MapFiles(IEndpointRouteBuilder console) => console.MapGet("/files/{name}", ShowAsync).WithMetadata(new Needs(Right.SeeFiles, "file.view"));

    public static string Link(string name) => "/console/files/" + Uri.EscapeDataString(name);

    static async Task<IResult> ShowAsync(string name, HttpContext http, IMedia media, IRegister register, Visit visit, CancellationToken stop)
    {
        if (media.Open(name) is not { } file)
            return Missing(name);
        if (visit.May(Right.SeeAnswers) || await IsInApplicationAsync(name, register, stop))
            return Answer(name, file);
        await file.Content.DisposeAsync();
        OutOfScope.Mark(http);
        return Missing(name);
    }

    static IResult Missing(string name) => Pages.Problem("404.7", "console.problem.media", ("name", name));

    // To be saved, of the type that its bytes tell: nothing in it runs here. A page of ours shows pictures and sounds all the same.
    static IResult Answer(string name, KeptFile file) => Results.Stream(file.Content, file.Type, name, enableRangeProcessing: true);

    // The committee has the files of applications, and no others.
    static async Task<bool> IsInApplicationAsync(string name, IRegister register, CancellationToken stop)
    {
        var people = await register.FindAsync(PeopleWish.All with { Words = [SearchWords.File(name)] }, 0, MostSenders, stop);
        foreach (var line in people.People.SelectMany(person => person.Sessions).Where(line => line.Flow == "application"))
            if (await register.SessionAsync(line.Id, stop) is { } session && session.Answers.Concat(session.Submission).Any(answer => answer.Value == name))
                return true;
        return false;
    }
}
