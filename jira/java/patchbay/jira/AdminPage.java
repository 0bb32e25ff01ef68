package patchbay.jira;

import com.atlassian.jira.security.request.RequestMethod;
import com.atlassian.jira.security.request.SupportedMethods;
import com.atlassian.jira.web.action.JiraWebActionSupport;

/**
 * The address /secure/admin/PatchbayAdmin.jspa. Does nothing but let the page be opened: since Jira 9 an action without
 * this annotation answers POST only. An older Jira does not know the annotation and passes over it.
 */
@SupportedMethods({RequestMethod.GET})
public class AdminPage extends JiraWebActionSupport {
    @Override
    @SupportedMethods({RequestMethod.GET})
    protected String doExecute() {
        return "success";
    }
}
