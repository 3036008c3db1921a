namespace Analytics.Web.Forms;

static class FormsRegistration
{
    /// <summary>The five forms (biểu) of a round: their figures, and the files they are had as.</summary>
    public static IServiceCollection AddForms(this IServiceCollection services) => services
        .AddScoped<FormWords>().AddScoped<FormPrint>().AddScoped<FormFiles>().AddScoped<FormPaper>().AddScoped<OutwardForm>()
        .AddScoped<ProgressForm>().AddScoped<PositionsForm>().AddScoped<BandsForm>().AddScoped<OfficialsForm>().AddScoped<OutcomeForm>();
}
