using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.Report;

static class ReportPages
{
    public static void MapReport(IEndpointRouteBuilder console) => ArgumentNullException.ThrowIfNull(console);
}
