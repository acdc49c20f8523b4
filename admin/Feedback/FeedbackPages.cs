using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.Feedback;

static class FeedbackPages
{
    public static void MapFeedback(IEndpointRouteBuilder console) => ArgumentNullException.ThrowIfNull(console);
}
