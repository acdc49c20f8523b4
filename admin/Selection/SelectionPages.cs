using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.Selection;

static class SelectionPages
{
    public static void MapSelection(IEndpointRouteBuilder console) => ArgumentNullException.ThrowIfNull(console);
}
