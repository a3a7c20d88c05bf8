package org.restante.compose;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Shows again on each composer how the message is to be sent. */
@ControllerAdvice(
        assignableTypes = {
            ComposeController.class,
            DraftController.class,
            DraftAttachmentController.class,
            DraftSubmissionController.class
        })
class SendFormAdvice {

    @ModelAttribute("sending")
    SendForm sending(SendForm form) {
        return form;
    }
}
